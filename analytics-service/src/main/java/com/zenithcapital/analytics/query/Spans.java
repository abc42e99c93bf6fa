package com.zenithcapital.analytics.query;

import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Blocks of past days, added up, and of what each was made. */
@ApplicationScoped
class Spans {

    /** Their lengths in days; each is made of those before. */
    private static final List<Integer> LENGTHS = List.of(1, 4, 16, 64);

    private static final String DAYS = """
            select day, pageviews + visits + downloads + others + visitors as mark
            from rollup_day where dimension = 0 and value = ''
            """;

    private final Database database;
    private final Blocks blocks;

    Spans(Database database) {
        this.database = database;
        this.blocks = new Blocks(database, LENGTHS, "rollup_span_state", "weight", DAYS);
    }

    Cover cover(LocalDate first, LocalDate end) {
        return blocks.cover(first, end);
    }

    Optional<Span> due(LocalDate today) {
        return blocks.due(today);
    }

    long weight(Span span) {
        return blocks.mark(span);
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
        blocks.settled(span, weight);
    }
}
