package com.zenithcapital.analytics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts records aside that cannot be counted: as they came, with headers that say why. The headers have the names that
 * SmallRye gives them in the other services, so that one reader serves all.
 */
@Singleton
class DeadLetters {

    private static final int LONGEST_REASON = 1_000;

    private final Map<String, Object> cluster;
    private final Clock clock;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /**
     * Returns when the broker has it. One that was put aside and then not moved past, by a crash say, is there twice.
     */
    void put(ConsumerRecord<byte[], byte[]> record, String reason, int attempts) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                record.topic() + ".dlq", null, null, record.key(), record.value(), record.headers());
        header(letter, "dead-letter-reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        header(letter, "dead-letter-topic", record.topic());
        header(letter, "dead-letter-partition", Integer.toString(record.partition()));
        header(letter, "dead-letter-offset", Long.toString(record.offset()));
        header(letter, "dead-letter-attempts", Integer.toString(attempts));
        header(letter, "dead-letter-time", clock.instant().toString());
        try {
            producer().send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("A record could not be put aside", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while a record was put aside", e);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }

    /** Of all that count here; most never need one. */
    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> properties = new HashMap<>(cluster);
            properties.put(ProducerConfig.CLIENT_ID_CONFIG, "analytics-dead-letters");
            properties.put(ProducerConfig.ACKS_CONFIG, "all");
            properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
            properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
            properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
            producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().remove(name);
        letter.headers().add(name, value.getBytes(UTF_8));
    }
}
