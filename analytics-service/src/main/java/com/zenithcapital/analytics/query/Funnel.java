package com.zenithcapital.analytics.query;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many visits came how far.
 *
 * @param to the day after the last
 */
@Schema(description = "How many visits took these steps in this order, others in between allowed")
public record Funnel(LocalDate from, LocalDate to, List<Step> steps) {

    public Funnel {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param share of the visits that took the first step, 0 to 1; null where none did
     * @param dropped visits that took the step before and not this one
     * @param dropRate their share of those that took the step before; null where none did
     */
    public record Step(
            String name,

            @Schema(description = "Visits that took this step after those before it")
            long visits,

            @Schema(description = "Share of the visits that took the first step, 0 to 1", nullable = true) @Nullable
            Double share,

            @Schema(description = "Visits that took the step before and not this one")
            long dropped,

            @Schema(description = "Their share of the visits that took the step before, 0 to 1", nullable = true)
            @Nullable
            Double dropRate) {}
}
