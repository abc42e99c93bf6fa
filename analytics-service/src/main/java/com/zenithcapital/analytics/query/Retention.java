package com.zenithcapital.analytics.query;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who came back: signed-in clients alone, since nobody else is recognised on another day. */
@Schema(
        description =
                "Signed-in clients by the week in which they first came, and how many of them came again; weeks of UTC")
public record Retention(int weeks, List<Cohort> items) {

    public Retention {
        items = List.copyOf(items);
    }

    /**
     * Those who first came in one week.
     *
     * @param week its Monday
     */
    public record Cohort(
            @Schema(description = "Monday of the week in which they first came")
            LocalDate week,

            @Schema(description = "How many they are") long readers,
            List<Return> returns) {

        public Cohort {
            returns = List.copyOf(returns);
        }
    }

    /** How many of them came in a later week; the current week is not over. */
    public record Return(
            @Schema(description = "How many weeks after the first; 0 is the first")
            int after,

            long readers,

            @Schema(description = "Share of the cohort, 0 to 1")
            double share) {}
}
