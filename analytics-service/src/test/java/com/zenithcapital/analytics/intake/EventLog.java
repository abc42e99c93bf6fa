package com.zenithcapital.analytics.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.platform.testing.KafkaResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The topic of events, read from the moment it is opened. */
final class EventLog implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, String> consumer;
    private final List<Entry> read = new ArrayList<>();

    private EventLog(KafkaConsumer<String, String> consumer) {
        this.consumer = consumer;
    }

    /** One record. */
    record Entry(@Nullable String key, Map<String, String> headers, String text, JsonNode data) {

        boolean isOf(String type) {
            return type.equals(headers.get("ce_type"));
        }

        JsonNode event(int index) {
            return data.path("events").path(index);
        }
    }

    static EventLog open() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(KafkaConsumer.class.getClassLoader());
        try {
            KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", KafkaResource.bootstrapServers()),
                    new StringDeserializer(),
                    new StringDeserializer());
            List<TopicPartition> partitions = consumer.partitionsFor(EventsReceived.TOPIC).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            return new EventLog(consumer);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The record that has the event with this id. */
    Entry with(String eventId) {
        return first(entry -> entry.text().contains(eventId));
    }

    /** The first that is like this, once it is there. */
    Entry first(Predicate<Entry> wanted) {
        return await().atMost(Duration.ofSeconds(15))
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            poll();
                            return read.stream().filter(wanted).toList();
                        },
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** All that have come by now. */
    List<Entry> all() {
        poll();
        return List.copyOf(read);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            Map<String, String> headers = new TreeMap<>();
            record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            read.add(new Entry(record.key(), headers, record.value(), json(record.value())));
        });
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
