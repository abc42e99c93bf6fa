package com.zenithcapital.platform.outbox;

import static org.awaitility.Awaitility.await;

import com.zenithcapital.platform.testing.KafkaResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that stands on the topic, read by a consumer of its own. */
final class Published implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    Published() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", KafkaResource.bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(ModelPublished.TOPIC));
    }

    /** The records of these keys, once there are that many; repeats are records too. */
    List<ConsumerRecord<String, String>> awaitRecords(Predicate<String> keys, int count) {
        await().atMost(Duration.ofSeconds(60))
                .pollInSameThread()
                .until(() -> records(keys).size() >= count);
        return records(keys);
    }

    /** The records of these keys that there are by now. */
    List<ConsumerRecord<String, String>> records(Predicate<String> keys) {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return seen.stream().filter(record -> keys.test(record.key())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
