package com.zenithcapital.content.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Finished answers to visitors by the address they were asked for, as many as its memory holds. */
@Singleton
class FinishedCache {

    private final boolean enabled;
    private final Changes changes = new Changes();
    private final Cache<String, Finished> answers;
    private final Counter hits;
    private final Counter misses;
    private final Counter bypasses;

    FinishedCache(CacheConfig config, MeterRegistry metrics) {
        this.enabled = config.enabled();
        Counter evictions = Counter.builder("zenith.content.cache.evictions")
                .description("Answers that were dropped because the memory was full")
                .register(metrics);
        this.answers = Caffeine.newBuilder()
                .maximumWeight(config.memory().asLongValue())
                .weigher((String key, Finished answer) -> answer.weight(key))
                .executor(Runnable::run)
                .evictionListener((key, answer, cause) -> evictions.increment())
                .build();
        this.hits = lookups(metrics, "hit");
        this.misses = lookups(metrics, "miss");
        this.bypasses = lookups(metrics, "bypass");
        Gauge.builder("zenith.content.cache.memory", this, FinishedCache::bytes)
                .baseUnit("bytes")
                .description("Memory that finished answers take")
                .register(metrics);
    }

    private static Counter lookups(MeterRegistry metrics, String result) {
        return Counter.builder("zenith.content.cache.lookups")
                .tag("result", result)
                .description("Visitors' reads; bypass: the cache could not know whether it is current")
                .register(metrics);
    }

    Changes changes() {
        return changes;
    }

    boolean isEnabled() {
        return enabled;
    }

    /** The answer, if it may be given now. */
    @Nullable
    Finished find(String key) {
        if (!changes.isHearing()) {
            bypasses.increment();
            return null;
        }
        @Nullable Finished answer = answers.getIfPresent(key);
        if (answer == null) {
            misses.increment();
            return null;
        }
        if (!changes.isCurrent(answer)) {
            answers.asMap().remove(key, answer);
            misses.increment();
            return null;
        }
        hits.increment();
        return answer;
    }

    void keep(String key, Finished answer) {
        if (enabled && changes.isCurrent(answer)) {
            answers.put(key, answer);
        }
    }

    private double bytes() {
        return answers.policy()
                .eviction()
                .map(eviction -> (double) eviction.weightedSize().orElse(0))
                .orElse(0.0);
    }
}
