package com.zenithcapital.analytics.export;

import static com.zenithcapital.platform.input.QueryParameters.refused;

import com.zenithcapital.analytics.query.Breakdown;
import com.zenithcapital.analytics.query.BreakdownQuery;
import com.zenithcapital.analytics.query.FilteredCounts;
import com.zenithcapital.analytics.query.FilteredQuery;
import com.zenithcapital.analytics.query.Funnel;
import com.zenithcapital.analytics.query.FunnelQuery;
import com.zenithcapital.analytics.query.Retention;
import com.zenithcapital.analytics.query.RetentionQuery;
import com.zenithcapital.analytics.query.Summaries;
import com.zenithcapital.analytics.query.Summary;
import com.zenithcapital.analytics.query.Timeseries;
import com.zenithcapital.analytics.query.TimeseriesQuery;
import com.zenithcapital.analytics.readership.Readerships;
import com.zenithcapital.analytics.readership.Reading;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.input.QueryParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as tables. Lists are read to their end, a page at a time. */
@ApplicationScoped
class Tables {

    private static final List<String> QUERIES =
            List.of("summary", "timeseries", "breakdown", "filtered", "readership", "funnel", "retention");

    private static final int VALUES_AT_ONCE = 1_000;
    private static final String ROWS_AT_ONCE = "100";

    private final Summaries summaries;
    private final TimeseriesQuery timeseries;
    private final BreakdownQuery breakdowns;
    private final FilteredQuery filtered;
    private final Readerships readerships;
    private final FunnelQuery funnels;
    private final RetentionQuery retention;

    Tables(
            Summaries summaries,
            TimeseriesQuery timeseries,
            BreakdownQuery breakdowns,
            FilteredQuery filtered,
            Readerships readerships,
            FunnelQuery funnels,
            RetentionQuery retention) {
        this.summaries = summaries;
        this.timeseries = timeseries;
        this.breakdowns = breakdowns;
        this.filtered = filtered;
        this.readerships = readerships;
        this.funnels = funnels;
        this.retention = retention;
    }

    /** @param parameters those of the query; pages are not the caller's business here */
    Table of(@Nullable String query, QueryParameters parameters) {
        for (String paging : List.of("limit", "cursor")) {
            if (parameters.has(paging)) {
                throw refused(paging, "An export has all there is: there is no " + paging + " here.");
            }
        }
        return switch (query) {
            case "summary" -> summary(summaries.answer(parameters));
            case "timeseries" -> timeseries(timeseries.answer(parameters));
            case "breakdown" -> breakdown(parameters);
            case "filtered" -> parameters.has("reason") ? ledger(parameters) : counts(filtered.answer(parameters));
            case "readership" -> readership(parameters);
            case "funnel" -> funnel(funnels.answer(parameters));
            case "retention" -> retention(retention.answer(parameters));
            case null, default -> throw refused("query", "query is one of %s.".formatted(String.join(", ", QUERIES)));
        };
    }

    private static Table summary(Summary summary) {
        return new Table(
                "summary",
                List.of(
                        "from",
                        "to",
                        "visitors",
                        "visits",
                        "pageviews",
                        "downloads",
                        "events",
                        "bounceRate",
                        "averageVisitSeconds"),
                sheet -> {
                    sums(sheet, summary.from(), summary.to(), summary.sums());
                    sums(
                            sheet,
                            summary.before().from(),
                            summary.before().to(),
                            summary.before().sums());
                });
    }

    private static void sums(Table.Sheet sheet, Object from, Object to, Summary.Sums sums) throws IOException {
        sheet.row(
                from,
                to,
                sums.visitors(),
                sums.visits(),
                sums.pageviews(),
                sums.downloads(),
                sums.events(),
                sums.bounceRate(),
                sums.averageVisitSeconds());
    }

    private static Table timeseries(Timeseries series) {
        return new Table(
                "timeseries-" + series.interval(),
                List.of("at", "local", "visitors", "visits", "pageviews", "downloads", "events"),
                sheet -> {
                    for (Timeseries.Point point : series.points()) {
                        sheet.row(
                                point.at(),
                                point.local(),
                                point.visitors(),
                                point.visits(),
                                point.pageviews(),
                                point.downloads(),
                                point.events());
                    }
                });
    }

    private Table breakdown(QueryParameters parameters) {
        Breakdown first = breakdowns.answer(parameters, VALUES_AT_ONCE);
        return new Table(
                "breakdown-" + first.dimension(),
                List.of(first.dimension(), "visitors", "visits", "pageviews", "downloads", "events"),
                sheet -> {
                    // The same period for each page, whatever time it is by then.
                    QueryParameters fixed = parameters
                            .with("from", first.from().toString())
                            .with("to", first.to().toString());
                    Breakdown page = first;
                    values(sheet, page);
                    while (page.next() != null) {
                        page = breakdowns.answer(fixed.with("cursor", page.next()), VALUES_AT_ONCE);
                        values(sheet, page);
                    }
                });
    }

    private static void values(Table.Sheet sheet, Breakdown page) throws IOException {
        for (Breakdown.Item item : page.items()) {
            sheet.row(item.value(), item.visitors(), item.visits(), item.pageviews(), item.downloads(), item.events());
        }
    }

    private static Table counts(FilteredCounts counts) {
        return new Table("filtered", List.of("kind", "reason", "events"), sheet -> {
            sheet.row("accepted", null, counts.accepted());
            sheet.row("stored", null, counts.stored());
            sheet.row("duplicates", null, counts.duplicates());
            sheet.row("clamped", null, counts.clamped());
            sheet.row("late", null, counts.late());
            for (FilteredCounts.Reason reason : counts.reasons()) {
                sheet.row("filtered", reason.reason(), reason.events());
            }
        });
    }

    private Table ledger(QueryParameters parameters) {
        QueryParameters wide = parameters.with("limit", ROWS_AT_ONCE);
        FilteredCounts first = filtered.answer(wide);
        return new Table(
                "filtered-events",
                List.of(
                        "id",
                        "receivedAt",
                        "occurredAt",
                        "reason",
                        "name",
                        "path",
                        "source",
                        "country",
                        "browser",
                        "system",
                        "device"),
                sheet -> {
                    FilteredCounts page = first;
                    ledger(sheet, page);
                    while (page.next() != null) {
                        page = filtered.answer(wide.with("cursor", page.next()));
                        ledger(sheet, page);
                    }
                });
    }

    private static void ledger(Table.Sheet sheet, FilteredCounts page) throws IOException {
        for (FilteredCounts.Item item : page.items()) {
            sheet.row(
                    item.id(),
                    item.receivedAt(),
                    item.occurredAt(),
                    item.reason(),
                    item.name(),
                    item.path(),
                    item.source(),
                    item.country(),
                    item.browser(),
                    item.system(),
                    item.device());
        }
    }

    private Table readership(QueryParameters parameters) {
        QueryParameters wide = parameters.with("limit", ROWS_AT_ONCE);
        Page<Reading> first = readerships.answer(wide);
        return new Table(
                "readership", List.of("reader", "name", "day", "kind", "slug", "views", "downloads"), sheet -> {
                    Page<Reading> page = first;
                    readings(sheet, page);
                    while (page.next() != null) {
                        page = readerships.answer(wide.with("cursor", page.next()));
                        readings(sheet, page);
                    }
                });
    }

    private static void readings(Table.Sheet sheet, Page<Reading> page) throws IOException {
        for (Reading reading : page.items()) {
            sheet.row(
                    reading.reader().id(),
                    reading.reader().name(),
                    reading.day(),
                    reading.kind(),
                    reading.slug(),
                    reading.views(),
                    reading.downloads());
        }
    }

    private static Table funnel(Funnel funnel) {
        return new Table("funnel", List.of("step", "visits", "share", "dropped", "dropRate"), sheet -> {
            for (Funnel.Step step : funnel.steps()) {
                sheet.row(step.name(), step.visits(), step.share(), step.dropped(), step.dropRate());
            }
        });
    }

    private static Table retention(Retention retention) {
        return new Table("retention", List.of("week", "readers", "after", "returned", "share"), sheet -> {
            for (Retention.Cohort cohort : retention.items()) {
                for (Retention.Return back : cohort.returns()) {
                    sheet.row(cohort.week(), cohort.readers(), back.after(), back.readers(), back.share());
                }
            }
        });
    }
}
