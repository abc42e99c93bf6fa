package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.event.Visitors;
import com.zenithcapital.analytics.question.Filter;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a dimension with what was counted of each, in SQL; at the edges of a period the visitors of what is shown. */
@ApplicationScoped
class BreakdownRows {

    private final Database database;
    private final Spans spans;

    BreakdownRows(Database database, Spans spans) {
        this.database = database;
        this.spans = spans;
    }

    /** In the order of the sort, equals by their value; after the cursor's. */
    List<Breakdown.Item> list(Aspect aspect, Stretch stretch, Sort sort, int rows, Optional<Cursor> after) {
        List<String> parts = new ArrayList<>();
        List<@Nullable Object> arguments = new ArrayList<>();
        days(aspect, stretch, parts, arguments);
        for (Stretch.Edge edge : stretch.edges()) {
            // By rollup_quarter's primary key.
            parts.add("""
                    select value, pageviews, visits, downloads, others, 0 as visitors
                    from rollup_quarter where dimension = ? and slot >= ? and slot < ?
                    """);
            arguments.add((short) aspect.rolledUp().code());
            arguments.add(edge.from());
            arguments.add(edge.to());
        }
        String beyond = "";
        if (after.isPresent()) {
            beyond = "where %1$s < ? or (%1$s = ? and value collate \"C\" > ?)".formatted(sort.column());
            long count = after.get().number(0);
            String value = after.get().text(1);
            arguments.addAll(List.of(count, count, value));
        }
        arguments.add(rows);
        List<Breakdown.Item> found = database.list(
                """
                select value, pageviews, visits, downloads, others, visitors
                from (
                    select value, sum(pageviews)::bigint as pageviews, sum(visits)::bigint as visits,
                           sum(downloads)::bigint as downloads, sum(others)::bigint as others,
                           sum(visitors)::bigint as visitors
                    from (%s) as cell
                    group by value
                ) as sums
                %s
                order by %s desc, value collate "C"
                limit ?
                """.formatted(String.join("union all\n", parts), beyond, sort.column()),
                row -> new Breakdown.Item(
                        row.text("value"),
                        row.number("visitors"),
                        row.number("visits"),
                        row.number("pageviews"),
                        row.number("downloads"),
                        row.number("others")),
                arguments.toArray());
        return stretch.isWholeDays() ? found : withVisitorsOfEdges(aspect.rolledUp(), stretch, found);
    }

    /** Blocks of past days where there are any that are up to date, else the days themselves. */
    private void days(Aspect aspect, Stretch stretch, List<String> parts, List<@Nullable Object> arguments) {
        Cover cover = spans.cover(stretch.firstDay(), stretch.endDay());
        for (Cover.Days days : cover.rest()) {
            parts.add(
                    "select %s, pageviews, visits, downloads, others, visitors from rollup_day where day >= ? and day < ? and %s\n"
                            .formatted(shown(aspect), kept(aspect)));
            arguments.add(days.first());
            arguments.add(days.end());
            bind(aspect, arguments);
        }
        if (cover.spans().isEmpty()) {
            return;
        }
        // Joined and not a branch for each: the database would plan every one of them at every question. "offset 0" has
        // it look up each block; left to itself it reads all blocks of the dimension and throws most of them away.
        parts.add("""
                select s.*
                from unnest(?::text[]::smallint[], ?::text[]::date[]) as b (days, first)
                cross join lateral (
                    select %s, pageviews, visits, downloads, others, visitors
                    from rollup_span
                    where days = b.days and first = b.first and %s
                    offset 0
                ) as s
                """.formatted(shown(aspect), kept(aspect)));
        arguments.add(cover.lengths());
        arguments.add(cover.firsts());
        bind(aspect, arguments);
    }

    private static String shown(Aspect aspect) {
        if (aspect.filter().isEmpty()) {
            return "value";
        }
        return "split_part(value, U&'\\001F', %d) as value".formatted(aspect.showsFirst() ? 1 : 2);
    }

    /**
     * By the primary keys of rollup_day and rollup_span; with a filter by rollup_day_of_first, rollup_day_of_second,
     * rollup_span_of_first, rollup_span_of_second, which hold pairs alone.
     */
    private static String kept(Aspect aspect) {
        if (aspect.filter().isEmpty()) {
            return "dimension = ?";
        }
        return "dimension = ? and dimension >= 32 and split_part(value, U&'\\001F', %d) = ?"
                .formatted(aspect.showsFirst() ? 2 : 1);
    }

    private static void bind(Aspect aspect, List<@Nullable Object> arguments) {
        arguments.add((short) aspect.rolledUp().code());
        aspect.filter().map(Filter::value).ifPresent(arguments::add);
    }

    /** Days add up; within one day a visitor of several quarters of an hour counts once, which only the sketches tell. */
    private List<Breakdown.Item> withVisitorsOfEdges(Dimension dimension, Stretch stretch, List<Breakdown.Item> items) {
        Map<String, Long> visitors = new HashMap<>();
        for (Stretch.Edge edge : stretch.edges()) {
            ofDay(dimension, edge.from(), edge.to(), items)
                    .forEach((value, day) -> visitors.merge(value, day.estimate(), Long::sum));
        }
        return items.stream()
                .map(item -> item.withVisitors(item.visitors() + visitors.getOrDefault(item.value(), 0L)))
                .toList();
    }

    /** By rollup_quarter's primary key, one look for each value in each quarter of an hour. */
    private Map<String, Visitors> ofDay(Dimension dimension, Instant from, Instant to, List<Breakdown.Item> items) {
        Map<String, Visitors> visitors = new HashMap<>();
        database.list(
                """
                select q.value, q.sketch
                from generate_series(?::timestamptz, ?::timestamptz - interval '1 second', interval '15 minutes') as s (slot)
                cross join unnest(?::text[]) as v (value)
                join rollup_quarter q on q.dimension = ? and q.slot = s.slot and q.value = v.value
                """,
                row -> {
                    Visitors own = visitors.computeIfAbsent(row.text("value"), _ -> new Visitors());
                    own.add(row.bytes("sketch"));
                    return own;
                },
                from,
                to,
                items.stream().map(Breakdown.Item::value).toList(),
                (short) dimension.code());
        return visitors;
    }
}
