package com.zenithcapital.benchmarks.analytics;

import java.util.HexFormat;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;

/** What is counted in one cell of a roll-up; its visitors in a sketch as the service has it. */
final class Sum {

    private static final int LG_K = 12;

    private final HllSketch visitors = new HllSketch(LG_K, TgtHllType.HLL_4);
    private long pageviews;
    private long visits;
    private long downloads;
    private long others;
    private long bounces;
    private long seconds;

    void count(String event, long visitor) {
        switch (event) {
            case "pageview" -> pageviews++;
            case "download" -> downloads++;
            default -> others++;
        }
        visitors.update(visitor);
    }

    void startVisit() {
        visits++;
    }

    void endVisit(boolean bounced, int lasted) {
        bounces += bounced ? 1 : 0;
        seconds += lasted;
    }

    /** As COPY reads it, after the columns of its key. */
    void write(StringBuilder row, boolean site, boolean withEnd, boolean withVisitors) {
        row.append(pageviews)
                .append('\t')
                .append(visits)
                .append('\t')
                .append(downloads)
                .append('\t')
                .append(others);
        if (withEnd) {
            row.append('\t').append(site ? bounces : 0).append('\t').append(site ? seconds : 0);
        }
        if (withVisitors) {
            row.append('\t').append(Math.round(visitors.getEstimate()));
        }
        row.append("\t\\\\x");
        HexFormat.of().formatHex(row, visitors.toCompactByteArray());
    }
}
