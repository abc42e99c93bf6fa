package com.zenithcapital.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.platform.event.CloudEventHeader;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Kafka, as the relay uses it: a producer that is made when the first event is posted. */
@Singleton
class Mailbox {

    /**
     * Milliseconds: how long one topic that is not there, or a broker that is away, may hold up all others. Kafka's
     * client looks for them on in the background.
     */
    private static final int BLOCKS_AT_MOST = 1_000;

    private final Map<String, Object> cluster;
    private final OutboxConfig config;
    private final String service;
    private @Nullable Producer<String, String> producer;

    /** @param cluster all of {@code kafka.*}: the addresses, and in production what secures the way there */
    Mailbox(
            @Identifier("default-kafka-broker") Map<String, Object> cluster,
            OutboxConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.cluster = cluster;
        this.config = config;
        this.service = service;
    }

    /**
     * Sends one event; what becomes of it is handed over once, by whatever thread. It blocks for a second when
     * no broker can be asked for the topic.
     */
    void post(OutboxRow row, Consumer<Receipt> receipts) {
        Thread caller = Thread.currentThread();
        try {
            Future<RecordMetadata> unused = producer()
                    .send(
                            record(row),
                            (acknowledged, failure) ->
                                    receipts.accept(new Receipt(row, failure, Thread.currentThread() == caller)));
        } catch (KafkaException e) {
            // It could not be sent at all: no broker's name can be resolved, say, or the producer has broken down.
            receipts.accept(new Receipt(row, e, true));
        }
    }

    /**
     * Drops the producer; the next event makes a new one. Nothing got through the old one: it may have broken down for
     * good, and it knows the brokers by the addresses they had when it was made.
     */
    void renew() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private Producer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(properties(), new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    private Map<String, Object> properties() {
        int sendTimeout = Math.toIntExact(config.sendTimeout().toMillis());
        Map<String, Object> properties = new HashMap<>(cluster);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-outbox");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, sendTimeout);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, sendTimeout / 2);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKS_AT_MOST);
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return properties;
    }

    private ProducerRecord<String, String> record(OutboxRow row) {
        ProducerRecord<String, String> record = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        put(record.headers(), CloudEventHeader.SPEC_VERSION, "1.0");
        put(record.headers(), CloudEventHeader.ID, row.eventId().toString());
        put(record.headers(), CloudEventHeader.TYPE, row.type());
        put(record.headers(), CloudEventHeader.SOURCE, config.source());
        put(record.headers(), CloudEventHeader.TIME, row.occurredAt().toString());
        put(record.headers(), CloudEventHeader.SUBJECT, row.key());
        put(record.headers(), CloudEventHeader.CONTENT_TYPE, "application/json");
        row.headers().forEach((name, value) -> put(record.headers(), name, value));
        return record;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
