package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.event.Visitors;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
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

    BreakdownRows(Database database) {
        this.database = database;
    }

    /** In the order of the sort, equals by their value; after the cursor's. */
    List<Breakdown.Item> list(Aspect aspect, Stretch stretch, Sort sort, int rows, Optional<Cursor> after) {
        List<String> parts = new ArrayList<>();
        List<@Nullable Object> arguments = new ArrayList<>();
        days(aspect, stretch.firstDay(), stretch.endDay(), parts, arguments);
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

    private static void days(
            Aspect aspect, LocalDate from, LocalDate to, List<String> parts, List<@Nullable Object> arguments) {
        short code = (short) aspect.rolledUp().code();
        if (aspect.filter().isEmpty()) {
            // By rollup_day's primary key.
            parts.add("""
                    select value, pageviews, visits, downloads, others, visitors
                    from rollup_day where dimension = ? and day >= ? and day < ?
                    """);
            arguments.addAll(List.of(code, from, to));
            return;
        }
        String kept = aspect.filter().get().value();
        if (aspect.showsFirst()) {
            // By rollup_day_of_second.
            parts.add("""
                    select split_part(value, U&'\\001F', 1) as value, pageviews, visits, downloads, others, visitors
                    from rollup_day
                    where dimension = ? and split_part(value, U&'\\001F', 2) = ? and day >= ? and day < ?
                      and dimension >= 32
                    """);
        } else {
            // By rollup_day_of_first.
            parts.add("""
                    select split_part(value, U&'\\001F', 2) as value, pageviews, visits, downloads, others, visitors
                    from rollup_day
                    where dimension = ? and split_part(value, U&'\\001F', 1) = ? and day >= ? and day < ?
                      and dimension >= 32
                    """);
        }
        arguments.addAll(List.of(code, kept, from, to));
    }

    /** Days add up; within one day a visitor of several quarters of an hour counts once, which only the sketches tell. */
    private List<Breakdown.Item> withVisitorsOfEdges(
            Dimension dimension, Stretch stretch, List<Breakdown.Item> items) {
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
