package com.zenithcapital.analytics.intake;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.platform.polling.PollingLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The topic that accepted events are on. Writing never blocks: what Kafka cannot take now fails now. While it is away one
 * request in half a second tries it, and the others are told at once.
 */
@Singleton
class EventTopic {

    private static final Logger LOG = Logger.getLogger(EventTopic.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long NANOS_BETWEEN_TRIES = Duration.ofMillis(500).toNanos();
    private static final Duration GIVES_UP_AFTER = Duration.ofSeconds(30);

    /** Of the topic's partitions and their leaders; the producer forgets a topic that is idle as long. */
    private static final int METADATA_KEPT_MILLIS = 24 * 60 * 60 * 1_000;

    private final Map<String, Object> properties;
    private final PollingLoop loop = new PollingLoop("event-topic", 1, PAUSE, this::lookAfter);
    private final AtomicLong nextTry = new AtomicLong();

    private volatile @Nullable Producer<String, byte[]> producer;

    /** Since when nothing got through, in nanoseconds; 0 while all does. */
    private volatile long awaySince;

    /** @param cluster all of {@code kafka.*}: the addresses, and in production what secures the way there */
    EventTopic(
            @Identifier("default-kafka-broker") Map<String, Object> cluster,
            IntakeConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.properties = properties(cluster, config.intake(), service);
    }

    void begin(@Observes StartupEvent starting) {
        loop.start();
    }

    void end(@Observes ShutdownEvent stopping) {
        loop.close();
        @Nullable Producer<String, byte[]> last = producer;
        if (last != null) {
            last.close(Duration.ofSeconds(5));
        }
    }

    /** Completes, with their number, when all replicas that count have all of these; exceptionally, when one of them is not known to be there. */
    CompletableFuture<Integer> append(List<Letter> letters) {
        CompletableFuture<Integer> written = new CompletableFuture<>();
        @Nullable Producer<String, byte[]> open = producer;
        if (open == null || isAway()) {
            written.completeExceptionally(new TimeoutException("No broker answers"));
            return written;
        }
        AtomicInteger missing = new AtomicInteger(letters.size());
        for (Letter letter : letters) {
            try {
                Future<RecordMetadata> unused = open.send(letter.record(), (acknowledged, failure) -> {
                    if (failure != null) {
                        failed(failure);
                        written.completeExceptionally(failure);
                    } else {
                        reached();
                        if (missing.decrementAndGet() == 0) {
                            written.complete(letters.size());
                        }
                    }
                });
            } catch (KafkaException | IllegalStateException e) {
                // Closed, or broken down for good: lookAfter() makes a new one.
                failed(e);
                written.completeExceptionally(e);
            }
        }
        return written;
    }

    private boolean isAway() {
        if (awaySince == 0) {
            return false;
        }
        long now = System.nanoTime();
        long next = nextTry.get();
        return now < next || !nextTry.compareAndSet(next, now + NANOS_BETWEEN_TRIES);
    }

    private void reached() {
        if (awaySince != 0) {
            awaySince = 0;
            LOG.info("events are taken again");
        }
    }

    private void failed(Exception failure) {
        if (awaySince == 0) {
            nextTry.set(System.nanoTime() + NANOS_BETWEEN_TRIES);
            awaySince = Math.max(1, System.nanoTime());
            LOG.warnf("events cannot be written cause=%s", failure);
        }
    }

    /** Makes the producer, has it know the topic before the first event comes, and replaces one that gets nothing through. */
    private boolean lookAfter() {
        @Nullable Producer<String, byte[]> open = producer;
        long away = awaySince;
        if (open != null && away != 0 && System.nanoTime() - away > GIVES_UP_AFTER.toNanos()) {
            // It knows the brokers by the addresses they had when it was made.
            producer = null;
            awaySince = System.nanoTime();
            open.close(Duration.ZERO);
            open = null;
        }
        if (open == null) {
            open = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
            producer = open;
        }
        try {
            open.partitionsFor(EventsReceived.TOPIC);
        } catch (TimeoutException e) {
            LOG.debugf("the topic is not known yet cause=%s", e.getMessage());
        }
        return false;
    }

    private static Map<String, Object> properties(
            Map<String, Object> cluster, IntakeConfig.Intake config, String service) {
        int patience = Math.toIntExact(config.patience().toMillis());
        int linger = Math.toIntExact(config.linger().toMillis());
        Map<String, Object> all = new HashMap<>(cluster);
        all.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-intake");
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, linger);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, Math.toIntExact(config.batch().asLongValue()));
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, config.memory().asLongValue());
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, config.compression());
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, (patience - linger) / 2));
        // The thread that reads requests calls it: it must not wait there, not for the topic and not for memory.
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        all.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, METADATA_KEPT_MILLIS);
        all.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return all;
    }
}
