package com.zenithcapital.analytics.query;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A period by the values of a dimension, a page of them.
 *
 * @param next the cursor of the next page; null at the end
 */
@Schema(description = "A period by the values of a dimension, the greatest first")
public record Breakdown(
        Instant from,
        Instant to,
        String zone,
        String dimension,
        String sort,
        List<Item> items,
        @Nullable String next,
        Uniques uniques) {

    public Breakdown {
        items = List.copyOf(items);
    }

    /** One value of the dimension: a page's path, a source's name, a country's two letters, an insight's slug. */
    public record Item(
            String value,

            @Schema(description = "Sum of daily uniques, estimated")
            long visitors,

            @Schema(description = "Visits that began so") long visits,
            long pageviews,
            long downloads,

            @Schema(description = "Events that are neither page views nor downloads")
            long events) {

        static Item of(String value, Figures figures) {
            return new Item(
                    value,
                    figures.visitors(),
                    figures.visits(),
                    figures.pageviews(),
                    figures.downloads(),
                    figures.others());
        }

        Item withVisitors(long count) {
            return new Item(value, count, visits, pageviews, downloads, events);
        }

        long by(Sort sort) {
            return switch (sort) {
                case PAGEVIEWS -> pageviews;
                case VISITS -> visits;
                case VISITORS -> visitors;
                case DOWNLOADS -> downloads;
                case EVENTS -> events;
            };
        }
    }
}
