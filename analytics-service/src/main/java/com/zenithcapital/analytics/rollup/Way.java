package com.zenithcapital.analytics.rollup;

/**
 * The named steps of a visit in the order of their receipt, {@code home>insight>download}: one that repeats at once is
 * there once, the thirteenth and later ones are not.
 */
public record Way(String steps) {

    public static final Way NONE = new Way("");

    private static final int LONGEST = 12;
    private static final char THEN = '>';

    public Way then(String step) {
        if (steps.isEmpty()) {
            return new Way(step);
        }
        boolean repeats = steps.substring(steps.lastIndexOf(THEN) + 1).equals(step);
        boolean full = steps.chars().filter(c -> c == THEN).count() == LONGEST - 1;
        return repeats || full ? this : new Way(steps + THEN + step);
    }

    public boolean isNone() {
        return steps.isEmpty();
    }
}
