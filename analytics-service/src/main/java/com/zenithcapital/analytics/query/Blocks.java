package com.zenithcapital.analytics.query;

import com.zenithcapital.platform.database.Database;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which blocks of past days there are, and of what each was made: a mark, the sum of its days' marks. One whose days have
 * another mark by now is not read until it is made again.
 */
final class Blocks {

    private final Database database;
    private final List<Integer> lengths;
    private final String states;
    private final String mark;
    private final String days;

    /**
     * @param lengths in days, the shortest first
     * @param states the table of blocks: days, first, the mark's column, settled_at
     * @param mark the name of that column
     * @param days a query for each day and its mark, as "day" and "mark"
     */
    Blocks(Database database, List<Integer> lengths, String states, String mark, String days) {
        this.database = database;
        this.lengths = List.copyOf(lengths);
        this.states = states;
        this.mark = mark;
        this.days = days;
    }

    /** Blocks are taken that are still what was counted. By the primary keys. */
    Cover cover(LocalDate first, LocalDate end) {
        List<Span> there = database.list(
                """
                select s.days::int as days, s.first
                from %s s
                where s.first >= ? and s.first + s.days <= ?
                  and s.%s = (select sum(d.mark) from (%s) d where d.day >= s.first and d.day < s.first + s.days)
                """.formatted(states, mark, days),
                row -> new Span(row.integer("days"), LocalDate.parse(row.text("first"))),
                first,
                end);
        return Cover.of(new HashSet<>(there), first, end);
    }

    /** A block that is over and missing, or out of date and made an hour ago or earlier: the shortest first. */
    Optional<Span> due(LocalDate today) {
        for (int length : lengths) {
            Optional<Span> due = database.first(
                    """
                    select b.first
                    from (
                        select date '1970-01-01' + (d.day - date '1970-01-01') / ? * ? as first, sum(d.mark) as mark
                        from (%s) d
                        group by 1
                    ) as b
                    left join %s s on s.days = ? and s.first = b.first
                    where b.first + ? <= ?
                      and (s.first is null or s.%s <> b.mark and s.settled_at < now() - interval '1 hour')
                    order by b.first desc
                    limit 1
                    """.formatted(days, states, mark),
                    row -> new Span(length, LocalDate.parse(row.text("first"))),
                    length,
                    length,
                    (short) length,
                    length,
                    today);
            if (due.isPresent()) {
                return due;
            }
        }
        return Optional.empty();
    }

    /** What its days have now. To be asked before their rows are read: what changes then makes it out of date, not wrong. */
    long mark(Span span) {
        return database.first(
                        "select coalesce(sum(d.mark), 0)::bigint as mark from (%s) d where d.day >= ? and d.day < ?"
                                .formatted(days),
                        row -> row.number("mark"),
                        span.first(),
                        span.end())
                .orElseThrow();
    }

    void settled(Span span, long made) {
        database.update("""
                insert into %1$s (days, first, %2$s, settled_at) values (?, ?, ?, now())
                on conflict (days, first) do update set %2$s = excluded.%2$s, settled_at = excluded.settled_at
                """.formatted(states, mark), (short) span.days(), span.first(), made);
    }
}
