package com.zenithcapital.analytics.rollup;

import com.zenithcapital.analytics.event.Visitors;
import org.jspecify.annotations.Nullable;

/** What was counted for one value of one dimension in one slot. A class because it changes with each event. */
final class Cell {

    private long pageviews;
    private long visits;
    private long downloads;
    private long others;
    private long bounces;
    private long seconds;
    private @Nullable Visitors visitors;

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
            visitors().add(visitor);
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
        if (part.visitors != null) {
            visitors().add(part.visitors);
        }
    }

    /** Those whom an earlier batch saw. */
    void add(byte[] sketch) {
        visitors().add(sketch);
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

    private Visitors visitors() {
        if (visitors == null) {
            visitors = new Visitors();
        }
        return visitors;
    }

    /** For comparison with a row. */
    record Figures(
            long pageviews, long visits, long downloads, long others, long bounces, long seconds, long visitors) {}
}
