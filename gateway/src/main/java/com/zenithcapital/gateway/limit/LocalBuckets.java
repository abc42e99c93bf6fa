package com.zenithcapital.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Budgets in this process's memory, for so many callers and no more. Addresses are to be had for nothing, in IPv6 by the
 * billion; so users, whose ids nobody can invent, are kept apart from them, and of the addresses those go first that ask
 * least (Caffeine's W-TinyLFU): a flood of new ones displaces itself, not whoever is at the limit.
 */
@Singleton
final class LocalBuckets implements BucketStore {

    /** Twice the longest that a budget takes to be full again: whoever is forgotten then has nothing forgiven. */
    private static final Duration KEPT = Quota.LONGEST.multipliedBy(2);

    private final TimeMeter clock;
    private final Cache<Caller, Account> users;
    private final Cache<Caller, Account> addresses;

    @Inject
    LocalBuckets(LimitsConfig config, MeterRegistry meters) {
        this(config.callers(), TimeMeter.SYSTEM_NANOTIME);
        gauge(meters, "user", users);
        gauge(meters, "address", addresses);
    }

    LocalBuckets(int most, TimeMeter clock) {
        if (most < 1) {
            throw new IllegalArgumentException("zenith.gateway.limits.callers must be at least 1: " + most);
        }
        this.clock = clock;
        this.users = cache(most, clock);
        this.addresses = cache(most, clock);
    }

    private static Cache<Caller, Account> cache(int most, TimeMeter clock) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(KEPT)
                .ticker(clock::currentTimeNanos)
                .build();
    }

    private static void gauge(MeterRegistry meters, String kind, Cache<Caller, Account> cache) {
        Gauge.builder("zenith.gateway.limiter.callers", cache, Cache::estimatedSize)
                .description("Callers whose buckets are held")
                .tag("kind", kind)
                .register(meters);
    }

    @Override
    public Future<Draw> take(Caller caller, Policy policy, long amount) {
        return Future.succeededFuture(account(caller).take(policy, amount));
    }

    @Override
    public void settle(Caller caller, Policy policy, long amount) {
        account(caller).settle(policy, amount);
    }

    private Account account(Caller caller) {
        return kept(caller).get(caller, _ -> new Account(clock));
    }

    private Cache<Caller, Account> kept(Caller caller) {
        return switch (caller) {
            case Caller.User _ -> users;
            case Caller.Address _, Caller.Network _ -> addresses;
        };
    }

    /** How many callers are held now, once what is due to be forgotten is. */
    long held() {
        users.cleanUp();
        addresses.cleanUp();
        return users.estimatedSize() + addresses.estimatedSize();
    }
}
