package com.zenithcapital.analytics.origin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How many events a visitor sends, minute by minute. More than people do is a robot's. */
@Singleton
public class Pace {

    private static final int VISITORS_KEPT = 100_000;

    private final int most;
    private final Cache<String, AtomicInteger> minutes = Caffeine.newBuilder()
            .maximumSize(VISITORS_KEPT)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Pace(OriginConfig config) {
        this.most = config.behaviour().eventsPerMinute();
    }

    /** Whether the visitor is too fast with these. A minute begins with its first event. */
    public boolean isTooFast(String visitor, int events) {
        return most > 0 && minutes.get(visitor, first -> new AtomicInteger()).addAndGet(events) > most;
    }
}
