package com.zenithcapital.analytics.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.ReadershipNoted;
import com.zenithcapital.platform.testing.KafkaResource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The topics as their producers use them. */
@ApplicationScoped
public class Topic {

    public static final String EVENTS = "zenith.analytics.events";
    public static final String DOWNLOADS = "zenith.model-files.downloads";
    public static final String DOWNLOAD = "zenith.model-files.download-started.v1";

    private final ObjectMapper json;
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", KafkaResource.bootstrapServers(), "acks", "all", "linger.ms", "5"),
            new StringSerializer(),
            new StringSerializer());

    Topic(ObjectMapper json) {
        this.json = json;
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    public RecordMetadata send(EventsReceived events) {
        String key = events.visitor() == null ? UUID.randomUUID().toString() : events.visitor();
        return send(record(EVENTS, EventsReceived.TYPE, key, write(events)));
    }

    /** Without waiting for Kafka, for many. */
    public void sendSoon(EventsReceived events) {
        String key = String.valueOf(events.visitor());
        Future<RecordMetadata> unused = producer.send(record(EVENTS, EventsReceived.TYPE, key, write(events)));
    }

    public RecordMetadata send(ReadershipNoted noted) {
        return send(record(EVENTS, ReadershipNoted.TYPE, noted.reader(), write(noted)));
    }

    public RecordMetadata send(ProducerRecord<String, String> record) {
        try {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A record could not be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending", e);
        }
    }

    public String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON", e);
        }
    }

    /** With the headers of a CloudEvent of now. */
    public static ProducerRecord<String, String> record(String topic, String type, String key, String data) {
        return record(topic, type, key, data, UUID.randomUUID(), Instant.now());
    }

    public static ProducerRecord<String, String> record(
            String topic, String type, String key, String data, UUID id, Instant at) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/zenith/test",
                        "ce_subject",
                        key,
                        "ce_time",
                        at.toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    /** The dead letters of a topic with this key, as soon as there is one. */
    public static List<ConsumerRecord<String, String>> deadLetters(String topic, String key) {
        TopicPartition only = new TopicPartition(topic + ".dlq", 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", KafkaResource.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
                return !found.isEmpty();
            });
            return found;
        }
    }

    public static @Nullable String header(ConsumerRecord<String, String> record, String name) {
        return record.headers().lastHeader(name) == null
                ? null
                : new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
