package com.zenithcapital.analytics.rollup;

import static com.zenithcapital.analytics.event.Dimension.COUNTRY;
import static com.zenithcapital.analytics.event.Dimension.EVENT;
import static com.zenithcapital.analytics.event.Dimension.INSIGHT;
import static com.zenithcapital.analytics.event.Dimension.MODEL;
import static com.zenithcapital.analytics.event.Dimension.PAGE;
import static com.zenithcapital.analytics.event.Dimension.SOURCE;
import static com.zenithcapital.analytics.event.Dimension.TOTAL;

import com.zenithcapital.analytics.event.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** How long a slot of a roll-up is, and what is counted in it. */
enum Grain {
    /** For the last hours, so only what people watch live. */
    MINUTE(Duration.ofMinutes(1), EnumSet.of(TOTAL, PAGE, SOURCE, COUNTRY, EVENT, INSIGHT, MODEL)),
    QUARTER(Duration.ofMinutes(15), singles()),
    /** UTC. Pairs too. */
    DAY(Duration.ofDays(1), EnumSet.allOf(Dimension.class));

    private final Duration length;
    // Never changed after this.
    @SuppressWarnings("ImmutableEnumChecker")
    private final EnumSet<Dimension> dimensions;

    Grain(Duration length, EnumSet<Dimension> dimensions) {
        this.length = length;
        this.dimensions = dimensions;
    }

    /** The number of the slot, from 1970-01-01 on. */
    long slotOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), length.toSeconds());
    }

    Instant start(long slot) {
        return Instant.ofEpochSecond(slot * length.toSeconds());
    }

    boolean has(Dimension dimension) {
        return dimensions.contains(dimension);
    }

    Set<Dimension> dimensions() {
        return dimensions.clone();
    }

    private static EnumSet<Dimension> singles() {
        EnumSet<Dimension> singles = EnumSet.noneOf(Dimension.class);
        Arrays.stream(Dimension.values())
                .filter(dimension -> !dimension.isPair())
                .forEach(singles::add);
        return singles;
    }
}
