package com.zenithcapital.analytics.rollup;

import com.zenithcapital.analytics.event.Visitors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What was counted for one value of one dimension in one slot. A class because it changes with each event. */
final class Cell {

    /** What waits at most: a day counted anew has a million of them. */
    private static final int MOST_WAITING = 1_024;

    private static final long[] NOBODY = {};

    private long pageviews;
    private long visits;
    private long downloads;
    private long others;
    private long bounces;
    private long seconds;
    private @Nullable Visitors visitors;

    /** Seen and not in the sketch yet, into which they go once it is known what an earlier batch left. */
    private long[] waiting = NOBODY;

    private int waits;

    void add(RawEvent event) {
        switch (event.name()) {
            case RawEvent.PAGEVIEW -> pageviews++;
            case RawEvent.DOWNLOAD -> downloads++;
            // Whatever the site calls its own.
            default -> others++;
        }
        if (event.startsVisit()) {
            visits++;
        }
        @Nullable Long visitor = event.visitor();
        if (visitor != null) {
            see(visitor);
        }
    }

    void add(int moreBounces, long moreSeconds) {
        bounces += moreBounces;
        seconds += moreSeconds;
    }

    /** What was counted in a part of the slot. */
    void add(Cell part) {
        pageviews += part.pageviews;
        visits += part.visits;
        downloads += part.downloads;
        others += part.others;
        bounces += part.bounces;
        seconds += part.seconds;
        for (int i = 0; i < part.waits; i++) {
            see(part.waiting[i]);
        }
        if (part.visitors != null) {
            add(part.visitors.toBytes());
        }
    }

    /** Those whom an earlier batch saw. */
    void add(byte[] sketch) {
        if (visitors == null) {
            visitors = Visitors.of(sketch);
        } else {
            visitors.add(sketch);
        }
    }

    Figures figures() {
        return new Figures(
                pageviews,
                visits,
                downloads,
                others,
                bounces,
                seconds,
                visitors().estimate());
    }

    long pageviews() {
        return pageviews;
    }

    long visits() {
        return visits;
    }

    long downloads() {
        return downloads;
    }

    long others() {
        return others;
    }

    long bounces() {
        return bounces;
    }

    long seconds() {
        return seconds;
    }

    long estimate() {
        return visitors().estimate();
    }

    byte[] sketch() {
        return visitors().toBytes();
    }

    private void see(long visitor) {
        if (waits == MOST_WAITING) {
            visitors();
        }
        if (waits == waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.max(2, 2 * waits));
        }
        waiting[waits++] = visitor;
    }

    private Visitors visitors() {
        if (visitors == null) {
            visitors = new Visitors();
        }
        for (int i = 0; i < waits; i++) {
            visitors.add(waiting[i]);
        }
        waits = 0;
        return visitors;
    }

    /** For comparison with a row. */
    record Figures(
            long pageviews, long visits, long downloads, long others, long bounces, long seconds, long visitors) {}
}
