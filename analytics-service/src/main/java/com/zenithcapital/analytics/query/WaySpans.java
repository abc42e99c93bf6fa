package com.zenithcapital.analytics.query;

import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The ways of visits in blocks of past days, as {@link Spans} are of what was counted. A visit that began before midnight
 * may still change its way after it, when nothing of its day is counted any more: each day of ways has a version of its own.
 */
@ApplicationScoped
class WaySpans {

    /** Their lengths in days. Most ways are gone every day, so a block of eight is not much longer than a day. */
    private static final List<Integer> LENGTHS = List.of(8, 64);

    private final Database database;

    WaySpans(Database database) {
        this.database = database;
    }

    /** Blocks are taken that are still what was counted. By the primary keys. */
    Cover cover(LocalDate first, LocalDate end) {
        return Cover.of(
                new HashSet<>(database.list(
                        """
                        select s.days::int as days, s.first
                        from visit_way_span_state s
                        where s.first >= ? and s.first + s.days <= ?
                          and s.version = (select sum(d.version) from visit_way_day d
                                           where d.day >= s.first and d.day < s.first + s.days)
                        """, row -> new Span(row.integer("days"), LocalDate.parse(row.text("first"))), first, end)),
                first,
                end);
    }

    /** A block that is over and missing, or whose ways changed since it was made, an hour ago or earlier. */
    Optional<Span> due(LocalDate today) {
        for (int days : LENGTHS) {
            Optional<Span> due = database.first(
                    """
                    select b.first
                    from (
                        select date '1970-01-01' + (day - date '1970-01-01') / ? * ? as first, sum(version) as version
                        from visit_way_day
                        group by 1
                    ) as b
                    left join visit_way_span_state s on s.days = ? and s.first = b.first
                    where b.first + ? <= ?
                      and (s.first is null or s.version <> b.version and s.settled_at < now() - interval '1 hour')
                    order by b.first desc
                    limit 1
                    """,
                    row -> new Span(days, LocalDate.parse(row.text("first"))),
                    days,
                    days,
                    (short) days,
                    days,
                    today);
            if (due.isPresent()) {
                return due;
            }
        }
        return Optional.empty();
    }

    /** The version before the rows: what changes meanwhile makes it out of date, not wrong. */
    void settle(Span span) {
        long version = database.first(
                        "select coalesce(sum(version), 0)::bigint as version from visit_way_day where day >= ? and day < ?",
                        row -> row.number("version"),
                        span.first(),
                        span.end())
                .orElseThrow();
        database.update("delete from visit_way_span where days = ? and first = ?", (short) span.days(), span.first());
        // By visit_way's primary key.
        database.update("""
                insert into visit_way_span (days, first, steps, visits)
                select ?, ?, steps, sum(visits)
                from visit_way
                where day >= ? and day < ?
                group by steps
                order by steps
                """, (short) span.days(), span.first(), span.first(), span.end());
        database.update("""
                insert into visit_way_span_state values (?, ?, ?, now())
                on conflict (days, first) do update set version = excluded.version, settled_at = excluded.settled_at
                """, (short) span.days(), span.first(), version);
    }
}
