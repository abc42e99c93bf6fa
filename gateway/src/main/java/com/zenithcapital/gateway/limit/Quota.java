package com.zenithcapital.gateway.limit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * The size of a budget.
 *
 * @param capacity the most there can be in it
 * @param period in how long an empty one is full again
 * @param enforced whether what goes beyond is refused, or only counted
 */
record Quota(long capacity, Duration period, boolean enforced) {

    /** The largest Integer of a structured field (RFC 9651, section 3.3.1). */
    private static final long LARGEST = 999_999_999_999_999L;

    /** Longer ones would have to be kept longer: see {@link LocalBuckets}. */
    static final Duration LONGEST = Duration.ofHours(1);

    Quota {
        // RateLimit-Policy knows whole seconds only.
        if (!period.isPositive()
                || !period.truncatedTo(ChronoUnit.SECONDS).equals(period)
                || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "period must be whole seconds, at most %s: %s".formatted(LONGEST, period));
        }
        // More than one a nanosecond is more than the bucket's arithmetic can refill.
        if (capacity < 1 || capacity > LARGEST || capacity > period.toNanos()) {
            throw new IllegalArgumentException("capacity must be from 1 to one a nanosecond: " + capacity);
        }
    }
}
