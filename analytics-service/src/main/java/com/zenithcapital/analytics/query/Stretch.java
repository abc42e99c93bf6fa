package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.question.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A period as the roll-ups have it: whole days of UTC, and what is left at its edges.
 *
 * @param endDay the day after the last
 */
record Stretch(LocalDate firstDay, LocalDate endDay, List<Edge> edges) {

    /** Less than a day of UTC. */
    record Edge(Instant from, Instant to) {}

    Stretch {
        edges = List.copyOf(edges);
    }

    static Stretch of(Period period, Instant now) {
        LocalDate firstDay = LocalDate.ofInstant(period.from(), ZoneOffset.UTC);
        if (midnight(firstDay).isBefore(period.from())) {
            firstDay = firstDay.plusDays(1);
        }
        LocalDate endDay = LocalDate.ofInstant(period.to(), ZoneOffset.UTC);
        // Nothing has happened yet from now on: today up to now is the whole of today.
        if (midnight(endDay).isBefore(period.to()) && !period.to().isBefore(now)) {
            endDay = endDay.plusDays(1);
        }
        if (endDay.isBefore(firstDay)) {
            // Within one day.
            return new Stretch(firstDay, firstDay, List.of(new Edge(period.from(), period.to())));
        }
        List<Edge> edges = new ArrayList<>();
        if (period.from().isBefore(midnight(firstDay))) {
            edges.add(new Edge(period.from(), midnight(firstDay)));
        }
        if (midnight(endDay).isBefore(period.to())) {
            edges.add(new Edge(midnight(endDay), period.to()));
        }
        return new Stretch(firstDay, endDay, edges);
    }

    boolean isWholeDays() {
        return edges.isEmpty();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
