package com.zenithcapital.analytics.counting;

import com.zenithcapital.platform.session.OwnConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The threads that count here, each a member of the group with a Kafka client and a database session of its own. While one
 * waits for the database another reads; where they would meet, at the roll-ups, they take turns.
 */
@ApplicationScoped
class EventCounting {

    /** How much longer than a statement may take the server may say nothing. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration STOP = Duration.ofSeconds(15);

    private final List<EventConsumer> consumers;

    EventCounting(
            CountingConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> cluster,
            OwnConnection connections,
            FactReader reader,
            Batches batches,
            CountingMetrics metrics) {
        Duration silence = config.statementTimeout().plus(SILENCE);
        consumers = IntStream.rangeClosed(1, config.enabled() ? config.threads() : 0)
                .mapToObj(number -> "event-counting-" + number)
                .map(name -> new EventConsumer(
                        name, config, cluster, () -> connections.open(name, silence), reader, batches, metrics))
                .toList();
    }

    void start(@Observes StartupEvent started) {
        consumers.forEach(EventConsumer::start);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        consumers.forEach(EventConsumer::end);
        long until = System.nanoTime() + STOP.toNanos();
        for (EventConsumer consumer : consumers) {
            consumer.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        }
    }

    /** Where nothing is to be counted, nothing is missing. */
    boolean isAlive() {
        return consumers.stream().allMatch(EventConsumer::isAlive);
    }
}
