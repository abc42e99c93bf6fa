package com.zenithcapital.modelfile.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Mails;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.platform.testing.KafkaResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Records that no repeat would heal: each is put aside with its reason, and holds nobody up. */
@QuarkusTest
class DeadLetterTest {

    private static final String TOPIC = "zenith.model-files.versions";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aRecordThatIsNoEventIsPutAsideWithItsReason() throws Exception {
        String key = UUID.randomUUID().toString();

        send(new ProducerRecord<>(TOPIC, key, "not an event"));

        List<ConsumerRecord<String, String>> dead = deadLetters(key, 3);
        assertThat(dead).allSatisfy(record -> {
            assertThat(record.value()).isEqualTo("not an event");
            assertThat(header(record, "dead-letter-reason")).contains("no header ce_id");
            assertThat(header(record, "dead-letter-topic")).isEqualTo(TOPIC);
        });
    }

    @Test
    void aVerdictOnAVersionThatIsNotOursIsPutAsideAndTheNextIsTold() throws Exception {
        String key = UUID.randomUUID().toString();

        send(verdict(key, "{\"versionId\":\"%s\"}".formatted(UUID.randomUUID())));

        List<ConsumerRecord<String, String>> dead = deadLetters(key, 1);
        assertThat(header(dead.getFirst(), "dead-letter-reason")).contains("speaks of no version of ours");
        Uploaded next = Api.upload(Workbooks.accepted());
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> Mails.about(next.job()).size() == 1);
    }

    @Test
    void aVerdictThatCannotBeReadIsPutAside() throws Exception {
        String key = UUID.randomUUID().toString();

        send(verdict(key, "{\"versionId\":"));

        assertThat(deadLetters(key, 2))
                .allSatisfy(record ->
                        assertThat(header(record, "dead-letter-reason")).contains("cannot be read"));
    }

    private static ProducerRecord<String, String> verdict(String key, String data) {
        ProducerRecord<String, String> record = new ProducerRecord<>(TOPIC, key, data);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "zenith.model-files.version-accepted.v1",
                        "ce_source", "/zenith/somebody-else",
                        "ce_subject", key,
                        "ce_time", "2026-01-01T00:00:00Z")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private static void send(ProducerRecord<String, String> record) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", KafkaResource.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get();
        }
    }

    /** The dead letters of this key, as soon as there are so many. */
    private static List<ConsumerRecord<String, String>> deadLetters(String key, int count) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", KafkaResource.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(
                            0, consumer.partitionsFor(TOPIC + ".dlq").size())
                    .mapToObj(partition -> new TopicPartition(TOPIC + ".dlq", partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
                return found.size() == count;
            });
            return found;
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
