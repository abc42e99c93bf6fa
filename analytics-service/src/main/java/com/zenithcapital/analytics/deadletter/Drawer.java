package com.zenithcapital.analytics.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.platform.event.CloudEventHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads dead letters out of Kafka, backwards, of no group and without leaving a trace. One for each call: they are rare, and
 * a client is used by one thread.
 */
final class Drawer implements AutoCloseable {

    static final String SUFFIX = ".dlq";

    private final Consumer<byte[], byte[]> consumer;
    private final Duration patience;

    Drawer(Map<String, Object> cluster, Duration patience) {
        int milliseconds = Math.toIntExact(patience.toMillis());
        Map<String, Object> properties = new HashMap<>(cluster);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "analytics-dead-letter-drawer");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, milliseconds);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, milliseconds);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.patience = patience;
    }

    /**
     * The newest that lie before these offsets, newest first.
     *
     * @param before of a partition the offset to look before; one that is not in it is looked at from its end
     */
    List<ConsumerRecord<byte[], byte[]>> newest(List<String> topics, Map<TopicPartition, Long> before, int limit) {
        Map<TopicPartition, Long> ends = ends(topics);
        before.forEach((partition, offset) -> ends.computeIfPresent(partition, (p, end) -> Math.min(end, offset)));
        Map<TopicPartition, Long> begins = begins(ends.keySet());
        List<Deque<ConsumerRecord<byte[], byte[]>>> piles = new ArrayList<>();
        ends.forEach((partition, end) -> {
            long begin = begins.getOrDefault(partition, 0L);
            piles.add(new ArrayDeque<>(read(partition, Math.max(begin, end - limit), end)));
        });
        return merged(piles, limit);
    }

    /** The clocks of producers may differ: the order within a partition is its own, so that a page ends where the next begins. */
    private static List<ConsumerRecord<byte[], byte[]>> merged(
            List<Deque<ConsumerRecord<byte[], byte[]>>> piles, int limit) {
        List<ConsumerRecord<byte[], byte[]>> newest = new ArrayList<>();
        while (newest.size() < limit) {
            Optional<Deque<ConsumerRecord<byte[], byte[]>>> next = piles.stream()
                    .filter(pile -> !pile.isEmpty())
                    .max(Comparator.comparingLong(pile -> pile.getLast().timestamp()));
            if (next.isEmpty()) {
                break;
            }
            newest.add(next.get().removeLast());
        }
        return newest;
    }

    Optional<ConsumerRecord<byte[], byte[]>> at(TopicPartition partition, long offset) {
        Map<TopicPartition, Long> ends = ends(List.of(partition.topic()));
        long end = ends.getOrDefault(partition, 0L);
        if (offset < 0 || offset >= end) {
            return Optional.empty();
        }
        return read(partition, offset, offset + 1).stream().findFirst();
    }

    /** Where each partition ends that these topics have. */
    Map<TopicPartition, Long> ends(List<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic, patience)
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        return new HashMap<>(consumer.endOffsets(partitions, patience));
    }

    Map<TopicPartition, Long> begins(Set<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions, patience);
    }

    List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long from, long to) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        if (from >= to) {
            return found;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long deadline = System.nanoTime() + patience.toNanos();
        // Its position, not the last record's: compaction and transactions leave offsets without a record.
        while (consumer.position(partition, patience) < to) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Dead letters did not come in time");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                if (record.offset() < to) {
                    found.add(record);
                }
            }
        }
        return found;
    }

    /** Without what was done to it, which the caller adds. */
    static DeadLetter describe(ConsumerRecord<byte[], byte[]> record) {
        @Nullable String attempts = header(record, "dead-letter-attempts");
        return new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? null : new String(record.key(), UTF_8),
                header(record, CloudEventHeader.TYPE),
                header(record, "dead-letter-reason"),
                Instant.ofEpochMilli(record.timestamp()),
                attempts == null || !attempts.matches("[0-9]{1,9}") ? null : Integer.valueOf(attempts),
                null);
    }

    /** Where it was before it was put aside: as its headers say, else by the topic's name. */
    static String sourceOf(ConsumerRecord<byte[], byte[]> record) {
        String byName = record.topic().substring(0, record.topic().length() - SUFFIX.length());
        @Nullable String told = header(record, "dead-letter-topic");
        return told == null ? byName : told;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofMillis(500)));
    }
}
