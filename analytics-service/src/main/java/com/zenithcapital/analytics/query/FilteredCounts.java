package com.zenithcapital.analytics.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of the accepted events of some days: accepted = stored + filtered + duplicates.
 *
 * @param to the day after the last
 * @param items of one reason, where one is asked for
 */
@Schema(
        description =
                "What became of what was accepted, by the UTC day of receipt: accepted = stored + filtered + duplicates")
public record FilteredCounts(
        LocalDate from,
        LocalDate to,
        long accepted,
        long stored,
        long filtered,

        @Schema(description = "Events whose id was there before")
        long duplicates,

        @Schema(description = "Of the stored: their client's clock said a time to come")
        long clamped,

        @Schema(description = "Of the stored: they were of a day before")
        long late,

        List<Reason> reasons,

        @Schema(description = "With `reason`: its events of the last seven days, newest first")
        List<Item> items,

        @Nullable String next) {

    public FilteredCounts {
        reasons = List.copyOf(reasons);
        items = List.copyOf(items);
    }

    /** Why, and how many. */
    public record Reason(String reason, long events) {}

    /** An event that is not counted; nothing tells whose. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            UUID id,
            Instant receivedAt,
            Instant occurredAt,
            String reason,
            String name,
            String path,
            @Nullable String source,
            @Nullable String country,
            @Nullable String browser,
            @Nullable String system,
            @Nullable String device) {}
}
