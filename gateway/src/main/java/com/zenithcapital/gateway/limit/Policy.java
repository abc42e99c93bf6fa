package com.zenithcapital.gateway.limit;

import static com.zenithcapital.platform.problem.CommonProblem.TOO_MANY_REQUESTS;

import com.zenithcapital.platform.problem.ProblemException;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/** A budget with its quota, and all that each request needs of it, made once. */
final class Policy {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Budget budget;
    private final Quota quota;
    private final BucketConfiguration bucket;
    private final String advertised;
    private final String name;
    private final long secondsToNext;
    private final ProblemException problem;

    Policy(Budget budget, Quota quota) {
        this.budget = budget;
        this.quota = quota;
        this.bucket = BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(quota.capacity())
                        .refillGreedy(quota.capacity(), quota.period())
                        .build())
                .build();
        this.name = '"' + budget.label() + '"';
        boolean bytes = budget == Budget.UPLOAD_BYTES;
        this.advertised = "%s;q=%d%s;w=%d"
                .formatted(
                        name,
                        quota.capacity(),
                        bytes ? ";qu=\"content-bytes\"" : "",
                        quota.period().toSeconds());
        this.secondsToNext = seconds(quota.period().toNanos() / quota.capacity());
        this.problem = TOO_MANY_REQUESTS.because("One caller may have %d %s in %d s here (%s), and no more are left."
                .formatted(
                        quota.capacity(),
                        bytes ? "bytes" : "requests",
                        quota.period().toSeconds(),
                        budget.label()));
    }

    Budget budget() {
        return budget;
    }

    boolean enforced() {
        return quota.enforced();
    }

    BucketConfiguration bucket() {
        return bucket;
    }

    /** Never thrown: a refusal must cost less than what it refuses, and a stack trace does not. */
    ProblemException problem() {
        return problem;
    }

    /** The item of {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-11, section 3.1). */
    String advertised() {
        return advertised;
    }

    /**
     * The item of {@code RateLimit} (section 4.1). A bucket refills all the time, so the window in which no more is to be had
     * ends with the next unit; {@code Retry-After} is never earlier than that.
     */
    String standing(Draw draw) {
        return name + ";r=" + draw.remaining() + ";t=" + (draw.granted() ? secondsToNext : retryAfter(draw));
    }

    /** In how many seconds to ask again. */
    static long retryAfter(Draw draw) {
        return seconds(draw.waitNanos());
    }

    /** A part of a second is one: whoever comes back earlier is refused again. */
    private static long seconds(long nanos) {
        return Math.max(1, Math.ceilDiv(nanos, NANOS));
    }
}
