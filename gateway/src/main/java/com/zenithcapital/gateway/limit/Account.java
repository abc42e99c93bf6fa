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

/** One caller's buckets, each made full when it is first asked. Event loops share it; nobody waits but while one is made. */
final class Account {

    private final TimeMeter clock;

    /** Written anew for each bucket that is made, so that it is read without a lock. */
    private volatile Map<Budget, Tank> tanks = Map.of();

    Account(TimeMeter clock) {
        this.clock = clock;
    }

    Draw take(Policy policy, long amount) {
        LocalBucket bucket = bucket(policy);
        if (amount == 1) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            return probe.isConsumed()
                    ? Draw.granted(probe.getRemainingTokens())
                    : Draw.refused(probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
        }
        return takeThoughItBeLess(bucket, amount);
    }

    /** What is left is taken at once, so of two who ask only one overdraws it. */
    private static Draw takeThoughItBeLess(LocalBucket bucket, long amount) {
        while (true) {
            EstimationProbe left = bucket.estimateAbilityToConsume(1);
            long available = left.getRemainingTokens();
            if (!left.canBeConsumed()) {
                return Draw.refused(available, left.getNanosToWaitForRefill());
            }
            long now = Math.min(available, amount);
            if (now == 0) {
                return Draw.granted(available);
            }
            if (bucket.tryConsume(now)) {
                if (amount > now) {
                    bucket.consumeIgnoringRateLimits(amount - now);
                }
                return Draw.granted(available - now);
            }
        }
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
