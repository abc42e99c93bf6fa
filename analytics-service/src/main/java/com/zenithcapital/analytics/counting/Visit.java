package com.zenithcapital.analytics.counting;

import com.zenithcapital.analytics.rollup.Cells;
import com.zenithcapital.analytics.rollup.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A visit: events of one visitor with less than half an hour between them. It begins with the first of them that is
 * received; one that happened before it and came later joins it, and does not move its beginning.
 */
final class Visit {

    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final long id;
    private final Instant start;
    private final Counts before;
    private Counts now;

    private Visit(long id, Instant start, Counts before, Counts now) {
        this.id = id;
        this.start = start;
        this.before = before;
        this.now = now;
    }

    static Visit begun(long id, Instant start) {
        Counts nothing = new Counts(start, 0, Way.NONE);
        return new Visit(id, start, nothing, nothing);
    }

    static Visit stored(long id, Instant start, Instant last, int pageviews, Way way) {
        Counts stored = new Counts(last, pageviews, way);
        return new Visit(id, start, stored, stored);
    }

    boolean takes(Instant time) {
        return !time.isBefore(start.minus(PAUSE)) && !time.isAfter(now.last.plus(PAUSE));
    }

    void add(Instant time, boolean isPageview, Optional<String> step) {
        now = new Counts(
                time.isAfter(now.last) ? time : now.last,
                now.pageviews + (isPageview ? 1 : 0),
                step.map(now.way::then).orElse(now.way));
    }

    /** What it came to since it was loaded. */
    void addTo(Cells cells) {
        cells.addToVisits(start, now.bounces() - before.bounces(), now.seconds(start) - before.seconds(start));
        if (!now.way.equals(before.way)) {
            cells.addToWays(start, before.way, -1);
            cells.addToWays(start, now.way, 1);
        }
    }

    boolean isChanged() {
        return !now.equals(before);
    }

    long id() {
        return id;
    }

    Instant start() {
        return start;
    }

    Instant last() {
        return now.last;
    }

    int pageviews() {
        return now.pageviews;
    }

    Way way() {
        return now.way;
    }

    private record Counts(Instant last, int pageviews, Way way) {

        /** One page view and no more. */
        int bounces() {
            return pageviews == 1 ? 1 : 0;
        }

        long seconds(Instant start) {
            return Duration.between(start, last).toSeconds();
        }
    }
}
