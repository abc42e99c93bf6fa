package com.zenithcapital.analytics.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.zenithcapital.analytics.question.Period;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a period, and what changed.
 *
 * @param before the same of the period of equal length before
 */
@Schema(description = "What was counted from `from` up to and without `to`, beside the period of equal length before")
public record Summary(
        Instant from,
        Instant to,
        String zone,
        @JsonUnwrapped Sums sums,
        Uniques uniques,
        Before before,
        Change change) {

    static Summary of(Period period, boolean site, Figures now, Figures before) {
        Sums sums = Sums.of(now, site);
        Sums sumsBefore = Sums.of(before, site);
        return new Summary(
                period.from(),
                period.to(),
                period.zone().getId(),
                sums,
                Uniques.STATED,
                new Before(period.before().from(), period.from(), sumsBefore),
                Change.of(sumsBefore, sums));
    }

    /** The period before. */
    public record Before(
            Instant from, Instant to, @JsonUnwrapped Sums sums) {}

    /**
     * What was counted.
     *
     * @param events those that are neither page views nor downloads
     * @param bounceRate share of the visits that saw one page, 0 to 1; null where there was no visit, and with a filter, as
     *     it is kept for the whole site only
     * @param averageVisitSeconds from a visit's first event to its last; null likewise
     */
    public record Sums(
            @Schema(description = "Sum of daily uniques, estimated")
            long visitors,

            @Schema(description = "Visits that began then") long visits,
            long pageviews,
            long downloads,

            @Schema(description = "Events that are neither page views nor downloads")
            long events,

            @Schema(
                    description = "Share of visits that saw one page, 0 to 1; null with a filter or without visits",
                    nullable = true)
            @Nullable
            Double bounceRate,

            @Schema(
                    description =
                            "Seconds from a visit's first event to its last; null with a filter or without visits",
                    nullable = true)
            @Nullable
            Double averageVisitSeconds) {

        static Sums of(Figures figures, boolean site) {
            boolean known = site && figures.visits() > 0;
            return new Sums(
                    figures.visitors(),
                    figures.visits(),
                    figures.pageviews(),
                    figures.downloads(),
                    figures.others(),
                    known ? rounded((double) figures.bounces() / figures.visits(), 10_000) : null,
                    known ? rounded((double) figures.seconds() / figures.visits(), 10) : null);
        }
    }

    /** By how much it is more than before, as a share of what it was: 0.25 is a quarter more; null where it was nothing. */
    @Schema(description = "(now - before) / before: 0.25 is a quarter more, null where there was nothing before")
    public record Change(
            @Nullable Double visitors,
            @Nullable Double visits,
            @Nullable Double pageviews,
            @Nullable Double downloads,
            @Nullable Double events,
            @Nullable Double bounceRate,
            @Nullable Double averageVisitSeconds) {

        static Change of(Sums before, Sums now) {
            return new Change(
                    ratio(before.visitors(), now.visitors()),
                    ratio(before.visits(), now.visits()),
                    ratio(before.pageviews(), now.pageviews()),
                    ratio(before.downloads(), now.downloads()),
                    ratio(before.events(), now.events()),
                    ratio(before.bounceRate(), now.bounceRate()),
                    ratio(before.averageVisitSeconds(), now.averageVisitSeconds()));
        }

        private static @Nullable Double ratio(@Nullable Number before, @Nullable Number now) {
            if (before == null || now == null || before.doubleValue() == 0) {
                return null;
            }
            return rounded((now.doubleValue() - before.doubleValue()) / before.doubleValue(), 10_000);
        }
    }

    private static double rounded(double value, int parts) {
        return (double) Math.round(value * parts) / parts;
    }
}
