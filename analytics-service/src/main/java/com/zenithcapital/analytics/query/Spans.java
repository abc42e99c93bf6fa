package com.zenithcapital.analytics.query;

import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Blocks of past days, added up, and of what each was made. */
@ApplicationScoped
class Spans {

    /** Their lengths in days; each is made of those before. */
    private static final List<Integer> LENGTHS = List.of(1, 4, 16, 64);

    private static final String WEIGHT = "sum(d.pageviews + d.visits + d.downloads + d.others + d.visitors)";

    private final Database database;

    Spans(Database database) {
        this.database = database;
    }

    /** Blocks are taken that are still what was counted. By the primary keys. */
    Cover cover(LocalDate first, LocalDate end) {
        return Cover.of(there(first, end), first, end);
    }

    private Set<Span> there(LocalDate first, LocalDate end) {
        return new HashSet<>(database.list(
                """
                select s.days::int as days, s.first
                from rollup_span_state s
                where s.first >= ? and s.first + s.days <= ?
                  and s.weight = (select %s from rollup_day d
                                  where d.dimension = 0 and d.value = '' and d.day >= s.first and d.day < s.first + s.days)
                """.formatted(WEIGHT),
                row -> new Span(row.integer("days"), LocalDate.parse(row.text("first"))),
                first,
                end));
    }

    /**
     * A block that is over and missing, or was made of less an hour ago or earlier: the shortest first, as the longer ones
     * are made of them.
     */
    Optional<Span> due(LocalDate today) {
        for (int days : LENGTHS) {
            Optional<Span> due = database.first(
                    """
                    select b.first
                    from (
                        select date '1970-01-01' + (d.day - date '1970-01-01') / ? * ? as first, %s as weight
                        from rollup_day d
                        where d.dimension = 0 and d.value = ''
                        group by 1
                    ) as b
                    left join rollup_span_state s on s.days = ? and s.first = b.first
                    where b.first + ? <= ?
                      and (s.first is null or s.weight <> b.weight and s.settled_at < now() - interval '1 hour')
                    order by b.first desc
                    limit 1
                    """.formatted(WEIGHT),
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

    /** What its days weigh now. */
    long weight(Span span) {
        return database.first(
                        "select coalesce(%s, 0)::bigint as weight from rollup_day d where d.dimension = 0 and d.value = '' and d.day >= ? and d.day < ?"
                                .formatted(WEIGHT),
                        row -> row.number("weight"),
                        span.first(),
                        span.end())
                .orElseThrow();
    }

    /** One dimension of it: the shortest from days, by rollup_day's primary key, the others from shorter ones. */
    void settle(short dimension, Span span) {
        database.update(
                "delete from rollup_span where dimension = ? and days = ? and first = ?",
                dimension,
                (short) span.days(),
                span.first());
        Cover cover = cover(span.first(), span.end());
        for (Cover.Days rest : cover.rest()) {
            database.update(
                    """
                    insert into rollup_span as s
                    select dimension, ?, ?, value, sum(pageviews), sum(visits), sum(downloads), sum(others), sum(visitors)
                    from rollup_day
                    where dimension = ? and day >= ? and day < ?
                    group by dimension, value
                    order by value
                    %s
                    """.formatted(ADDED), (short) span.days(), span.first(), dimension, rest.first(), rest.end());
        }
        for (Span part : cover.spans()) {
            database.update(
                    """
                    insert into rollup_span as s
                    select dimension, ?, ?, value, pageviews, visits, downloads, others, visitors
                    from rollup_span
                    where dimension = ? and days = ? and first = ?
                    %s
                    """.formatted(ADDED),
                    (short) span.days(),
                    span.first(),
                    dimension,
                    (short) part.days(),
                    part.first());
        }
    }

    private static final String ADDED = """
            on conflict (dimension, days, first, value) do update
            set pageviews = s.pageviews + excluded.pageviews, visits = s.visits + excluded.visits,
                downloads = s.downloads + excluded.downloads, others = s.others + excluded.others,
                visitors = s.visitors + excluded.visitors
            """;

    void settled(Span span, long weight) {
        database.update("""
                insert into rollup_span_state values (?, ?, ?, now())
                on conflict (days, first) do update set weight = excluded.weight, settled_at = excluded.settled_at
                """, (short) span.days(), span.first(), weight);
    }
}
