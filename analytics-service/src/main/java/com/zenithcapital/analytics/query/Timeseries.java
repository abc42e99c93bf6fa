package com.zenithcapital.analytics.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The course of a period, every point of it, also those where nothing was. */
@Schema(description = "The course of a period; a point is there also where nothing was")
public record Timeseries(Instant from, Instant to, String zone, String interval, List<Point> points, Uniques uniques) {

    public Timeseries {
        points = List.copyOf(points);
    }

    /**
     * What was counted from its time on to that of the next.
     *
     * @param at no earlier than the period's beginning
     * @param local the same on the clocks of the zone
     */
    public record Point(
            @Schema(description = "Where it begins; it ends where the next begins")
            Instant at,

            @Schema(description = "The same on the clocks of the zone")
            OffsetDateTime local,

            @Schema(description = "Sum of daily uniques, estimated")
            long visitors,

            @Schema(description = "Visits that began then") long visits,
            long pageviews,
            long downloads,

            @Schema(description = "Events that are neither page views nor downloads")
            long events) {

        static Point of(OffsetDateTime local, Figures figures) {
            return new Point(
                    local.toInstant(),
                    local,
                    figures.visitors(),
                    figures.visits(),
                    figures.pageviews(),
                    figures.downloads(),
                    figures.others());
        }
    }
}
