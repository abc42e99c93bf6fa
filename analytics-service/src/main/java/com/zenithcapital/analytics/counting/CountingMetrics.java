package com.zenithcapital.analytics.counting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;

/** What operators see of the counting. */
@Singleton
class CountingMetrics {

    private final MeterRegistry registry;
    private final MultiGauge lag;
    private final DistributionSummary size;
    private final Timer time;
    private final AtomicReference<Instant> newest;

    /** By the Kafka client that has them. */
    private final Map<String, Map<TopicPartition, Long>> waiting = new HashMap<>();

    CountingMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.newest = new AtomicReference<>(clock.instant());
        lag = MultiGauge.builder("zenith.analytics.lag")
                .description("Records of a partition that wait to be counted by this instance")
                .register(registry);
        size = DistributionSummary.builder("zenith.analytics.batch.events")
                .description("Events in one transaction")
                .register(registry);
        time = Timer.builder("zenith.analytics.batch.time")
                .description("What one transaction takes")
                .publishPercentileHistogram()
                .register(registry);
        Gauge.builder(
                        "zenith.analytics.newest.age",
                        () -> Duration.between(newest.get(), clock.instant()).toMillis() / 1_000.0)
                .description("How long ago the newest event counted by this instance was received")
                .baseUnit("seconds")
                .register(registry);
    }

    void counted(BatchWriter.Outcome outcome) {
        newest.accumulateAndGet(outcome.newest(), (one, other) -> one.isAfter(other) ? one : other);
        outcome.tally()
                .forEach((entry, events) -> Counter.builder("zenith.analytics.events")
                        .description("What became of events")
                        .tag("outcome", entry.kind().word())
                        .tag("reason", entry.reason())
                        .register(registry)
                        .increment((double) events));
    }

    void written(int events, Duration took) {
        size.record(events);
        time.record(took);
    }

    void putAside(String topic) {
        Counter.builder("zenith.analytics.dead.letters")
                .description("Records put aside because they cannot be counted")
                .tag("topic", topic)
                .register(registry)
                .increment();
    }

    /** @param records none where the client has gone */
    synchronized void lag(String client, Map<TopicPartition, Long> records) {
        waiting.put(client, records);
        lag.register(
                waiting.values().stream()
                        .flatMap(partitions -> partitions.entrySet().stream())
                        .map(entry -> Row.of(
                                Tags.of(
                                        "topic",
                                        entry.getKey().topic(),
                                        "partition",
                                        Integer.toString(entry.getKey().partition())),
                                entry.getValue()))
                        .toList(),
                true);
    }
}
