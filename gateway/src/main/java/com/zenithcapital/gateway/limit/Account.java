package com.zenithcapital.gateway.limit;

import io.github.bucket4j.BucketListener;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.MathType;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.LocalBucket;
import io.github.bucket4j.local.LockFreeBucket;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One caller's buckets, each made full when it is first asked. Event loops share it: requests are taken without a lock, and
 * where there is one, for bytes, nothing under it waits.
 */
final class Account {

    private final TimeMeter clock;

    /** Written anew for each bucket that is made, so that it is read without a lock. */
    private volatile Map<Budget, Tank> tanks = Map.of();

    Account(TimeMeter clock) {
        this.clock = clock;
    }

    Draw take(Policy policy, long amount) {
        LocalBucket bucket = bucket(policy);
        return amount == 1 ? takeOne(bucket) : takeThoughItBeLess(bucket, amount);
    }

    private static Draw takeOne(LocalBucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Draw.granted(probe.getRemainingTokens())
                : Draw.refused(probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
    }

    /** Of several at once one overdraws it: a bucket refills between the look and the taking, and would let in two. */
    private synchronized Draw takeThoughItBeLess(LocalBucket bucket, long amount) {
        EstimationProbe left = bucket.estimateAbilityToConsume(1);
        if (!left.canBeConsumed()) {
            return Draw.refused(left.getRemainingTokens(), left.getNanosToWaitForRefill());
        }
        if (amount > 0) {
            bucket.consumeIgnoringRateLimits(amount);
        }
        return Draw.granted(Math.max(0, left.getRemainingTokens() - amount));
    }

    void settle(Policy policy, long amount) {
        if (amount > 0) {
            bucket(policy).consumeIgnoringRateLimits(amount);
        } else if (amount < 0) {
            bucket(policy).addTokens(-amount);
        }
    }

    private LocalBucket bucket(Policy policy) {
        @Nullable Tank tank = tanks.get(policy.budget());
        if (tank == null) {
            tank = made(policy);
        }
        return tank.under(policy);
    }

    private synchronized Tank made(Policy policy) {
        @Nullable Tank other = tanks.get(policy.budget());
        if (other != null) {
            return other;
        }
        Tank full = new Tank(policy, clock);
        Map<Budget, Tank> more = new EnumMap<>(Budget.class);
        more.putAll(tanks);
        more.put(policy.budget(), full);
        tanks = more;
        return full;
    }

    /** A bucket, and the policy it was last under. */
    private static final class Tank {

        private final LocalBucket bucket;
        private volatile Policy policy;

        Tank(Policy policy, TimeMeter clock) {
            this.bucket = new LockFreeBucket(policy.bucket(), MathType.INTEGER_64_BITS, clock, BucketListener.NOPE);
            this.policy = policy;
        }

        LocalBucket under(Policy asked) {
            if (policy != asked) {
                // What is in it stays in it: a change of limits is nobody's new budget.
                bucket.replaceConfiguration(asked.bucket(), TokensInheritanceStrategy.AS_IS);
                policy = asked;
            }
            return bucket;
        }
    }
}
