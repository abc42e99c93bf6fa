package com.zenithcapital.analytics.intake;

import com.zenithcapital.analytics.event.EventsReceived;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What intake counts. */
@Singleton
class IntakeMetrics {

    private static final String FILTERED = "zenith.intake.filtered";

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter unavailable;
    private final Timer acknowledged;
    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);
    private final Map<String, Counter> filtered = new ConcurrentHashMap<>();

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = Counter.builder("zenith.intake.accepted")
                .description("Events that were answered 202, filtered ones included")
                .register(registry);
        this.unavailable = Counter.builder("zenith.intake.unavailable")
                .description("Events that were answered 503: Kafka or today's salt was not there")
                .register(registry);
        this.acknowledged = Timer.builder("zenith.intake.acknowledged")
                .description("From handing a request's record to Kafka's client to the acknowledgement of all replicas")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(registry);
        for (Reason reason : Reason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("zenith.intake.rejected")
                            .description("Events that were refused")
                            .tag("reason", reason.slug())
                            .register(registry));
        }
    }

    void accepted(EventsReceived fact, long nanos) {
        accepted.increment(fact.events().size());
        acknowledged.record(nanos, TimeUnit.NANOSECONDS);
        if (fact.filter() != null) {
            filtered.computeIfAbsent(fact.filter(), this::filter)
                    .increment(fact.events().size());
        }
    }

    void rejected(Reason reason) {
        Objects.requireNonNull(rejected.get(reason)).increment();
    }

    void unavailable(int events) {
        unavailable.increment(events);
    }

    private Counter filter(String reason) {
        return Counter.builder(FILTERED)
                .description("Accepted events that are not counted")
                .tag("reason", reason)
                .register(registry);
    }
}
