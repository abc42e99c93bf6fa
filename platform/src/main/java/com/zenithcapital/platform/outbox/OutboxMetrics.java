package com.zenithcapital.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What operators see of the outbox. Every replica measures the backlog, the active relay or not; the age grows on by the
 * clock while the database cannot be asked.
 */
@Singleton
class OutboxMetrics {

    private final Counter published;
    private final Counter failures;
    private volatile Backlog backlog = new Backlog(0, Optional.empty());

    OutboxMetrics(MeterRegistry registry, Clock clock) {
        published = Counter.builder("zenith.outbox.published")
                .description("Events that Kafka acknowledged")
                .register(registry);
        failures = Counter.builder("zenith.outbox.failures")
                .description("Attempts to publish an event that failed")
                .register(registry);
        Gauge.builder("zenith.outbox.depth", () -> backlog.depth())
                .description("Events that wait to be published")
                .register(registry);
        Gauge.builder("zenith.outbox.oldest.age", () -> age(clock.instant()).toMillis() / 1_000.0)
                .description("How long the oldest event has been waiting")
                .baseUnit("seconds")
                .register(registry);
    }

    void published(int count) {
        published.increment(count);
    }

    void failed(int count) {
        failures.increment(count);
    }

    void measured(Backlog now) {
        backlog = now;
    }

    private Duration age(Instant now) {
        return backlog.oldest().map(oldest -> Duration.between(oldest, now)).orElse(Duration.ZERO);
    }
}
