package com.zenithcapital.analytics.rollup;

import com.zenithcapital.analytics.event.Steps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Visits out of their rows, which come visit by visit and in order of receipt. Those that began on the day are counted;
 * others, of which the day has a part, are not.
 */
final class VisitFold {

    private final Steps steps;
    private final LocalDate day;
    private final Cells cells;

    private @Nullable Long visit;
    private @Nullable Instant start;
    private Instant last = Instant.MIN;
    private int pageviews;
    private Way way = Way.NONE;

    VisitFold(Steps steps, LocalDate day, Cells cells) {
        this.steps = steps;
        this.day = day;
        this.cells = cells;
    }

    void add(long of, Instant time, boolean starts, String name, String path) {
        if (visit == null || visit != of) {
            end();
            visit = of;
        }
        if (starts) {
            start = time;
        }
        last = time.isAfter(last) ? time : last;
        pageviews += name.equals(RawEvent.PAGEVIEW) ? 1 : 0;
        way = steps.of(name, path).map(way::then).orElse(way);
    }

    /** After the last row. */
    void end() {
        if (start != null && start.atOffset(ZoneOffset.UTC).toLocalDate().equals(day)) {
            cells.addToVisits(
                    start, pageviews == 1 ? 1 : 0, Duration.between(start, last).toSeconds());
            cells.addToWays(start, way, 1);
        }
        visit = null;
        start = null;
        last = Instant.MIN;
        pageviews = 0;
        way = Way.NONE;
    }
}
