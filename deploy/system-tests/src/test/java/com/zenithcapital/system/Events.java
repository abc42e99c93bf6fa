package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was published on a topic, read from its beginning, without a group, so that no service notices. */
final class Events {

    private Events() {}

    static List<ConsumerRecord<String, String>> on(Zenith zenith, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", zenith.kafka(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** The keys of the records that carry this header with this value. */
    static List<String> keysWithHeader(Zenith zenith, String topic, String header, String value) {
        return on(zenith, topic).stream()
                .filter(each -> has(each, header, value))
                .map(ConsumerRecord::key)
                .toList();
    }

    private static boolean has(ConsumerRecord<?, ?> each, String header, String value) {
        Header found = each.headers().lastHeader(header);
        return found != null && new String(found.value(), UTF_8).equals(value);
    }
}
