package com.zenithcapital.analytics.query;

import static com.zenithcapital.platform.input.QueryParameters.refused;

import com.zenithcapital.analytics.question.Period;
import com.zenithcapital.analytics.question.Words;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import com.zenithcapital.platform.input.QueryParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was not counted, and why. */
@ApplicationScoped
public class FilteredQuery {

    private static final List<String> PAGING = List.of("limit", "cursor");
    private static final Set<String> KNOWN = Words.of(Period.WORDS_OF_DAYS, List.of("reason"), PAGING);
    private static final String LIST = "analytics-filtered";

    private final Database database;
    private final Clock clock;

    FilteredQuery(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Line(String kind, String reason, long events) {}

    public FilteredCounts answer(QueryParameters parameters) {
        parameters.only(KNOWN);
        Period period = Period.ofDays(parameters, clock.instant());
        Optional<String> reason = parameters.text("reason", 100);
        if (reason.isEmpty()) {
            PAGING.stream().filter(parameters::has).findFirst().ifPresent(name -> {
                throw refused(name, name + " goes with reason: without it there is no list.");
            });
        }
        Page<FilteredCounts.Item> page = reason.map(
                        why -> items(why, period, Limit.parse(parameters.raw("limit")), parameters.raw("cursor")))
                .orElse(new Page<>(List.of(), null));
        return counts(period, page);
    }

    /** By tally's primary key. */
    private FilteredCounts counts(Period period, Page<FilteredCounts.Item> page) {
        List<Line> lines = database.list(
                """
                select kind, reason, sum(events)::bigint as events
                from tally
                where day >= ? and day < ?
                group by kind, reason
                order by events desc, reason
                """,
                row -> new Line(row.text("kind"), row.text("reason"), row.number("events")),
                period.firstDay(),
                period.endDay());
        long stored = sum(lines, "stored");
        long filtered = sum(lines, "filtered");
        long duplicates = sum(lines, "duplicate");
        return new FilteredCounts(
                period.firstDay(),
                period.endDay(),
                stored + filtered + duplicates,
                stored,
                filtered,
                duplicates,
                sum(lines, "clamped"),
                sum(lines, "late"),
                lines.stream()
                        .filter(line -> line.kind().equals("filtered"))
                        .map(line -> new FilteredCounts.Reason(line.reason(), line.events()))
                        .toList(),
                page.items(),
                page.next());
    }

    private static long sum(List<Line> lines, String kind) {
        return lines.stream()
                .filter(line -> line.kind().equals(kind))
                .mapToLong(Line::events)
                .sum();
    }

    /** By filtered_event_by_reason of each day's partition. */
    private Page<FilteredCounts.Item> items(String reason, Period period, Limit limit, @Nullable String cursor) {
        Optional<Cursor> after = Cursor.decode(LIST, cursor);
        List<@Nullable Object> arguments = new ArrayList<>(List.of(reason, period.from(), period.to()));
        after.ifPresent(last -> {
            arguments.add(last.instant(0));
            arguments.add(last.uuid(1));
        });
        arguments.add(limit.plusOne());
        List<FilteredCounts.Item> found = database.list(
                """
                select received_at, occurred_at, id, reason, name, path, source, country, browser, system, device
                from filtered_event
                where reason = ? and received_at >= ? and received_at < ? %s
                order by received_at desc, id desc
                limit ?
                """.formatted(after.isPresent() ? "and (received_at, id) < (?, ?)" : ""),
                FilteredQuery::item,
                arguments.toArray());
        return Page.of(found, limit, last -> Cursor.of(LIST, last.receivedAt(), last.id()));
    }

    private static FilteredCounts.Item item(Row row) throws SQLException {
        Instant receivedAt = row.instant("received_at");
        return new FilteredCounts.Item(
                row.uuid("id"),
                receivedAt,
                row.instant("occurred_at"),
                row.text("reason"),
                row.text("name"),
                row.text("path"),
                row.optionalText("source").orElse(null),
                row.optionalText("country").orElse(null),
                row.optionalText("browser").orElse(null),
                row.optionalText("system").orElse(null),
                row.optionalText("device").orElse(null));
    }
}
