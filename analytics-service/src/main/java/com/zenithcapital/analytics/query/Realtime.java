package com.zenithcapital.analytics.query;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The last half hour. */
@Schema(description = "The last 30 minutes; of `minutes` the last is the current one")
public record Realtime(
        Instant from,
        Instant to,

        @Schema(description = "Different visitors of these minutes, estimated")
        long visitors,

        @Schema(description = "Visits that began then") long visits,
        long pageviews,
        long downloads,

        @Schema(description = "Events that are neither page views nor downloads")
        long events,

        List<Timeseries.Point> minutes,

        @Schema(description = "Those with most page views, at most 10")
        List<Breakdown.Item> pages,

        @Schema(description = "Those with most page views, at most 10")
        List<Breakdown.Item> sources,

        @Schema(description = "Those with most page views, at most 10")
        List<Breakdown.Item> countries,

        @Schema(description = "Those with most page views, at most 10")
        List<Breakdown.Item> insights,

        Uniques uniques) {

    public Realtime {
        minutes = List.copyOf(minutes);
        pages = List.copyOf(pages);
        sources = List.copyOf(sources);
        countries = List.copyOf(countries);
        insights = List.copyOf(insights);
    }
}
