package com.zenithcapital.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.local.binaries.Binaries;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaPartTest {

    private final KafkaPorts ports = KafkaPorts.free();
    private Installation installation;
    private KafkaPart kafka;

    @BeforeAll
    void startPart(@TempDir Path home) {
        installation = new Installation(home);
        kafka = new KafkaPart(Binaries.ofRepository(), installation, ports);
        kafka.start();
    }

    @AfterAll
    void stopPart() {
        kafka.stop();
    }

    @Test
    void the_topics_of_the_product_are_there_with_their_partitions() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            // When
            Map<String, Integer> partitions =
                    admin.describeTopics(Topics.all().keySet()).allTopicNames().get().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    topic -> topic.getValue().partitions().size()));

            // Then
            assertThat(partitions).isEqualTo(Topics.all());
        }
    }

    @Test
    void a_topic_that_nobody_planned_is_not_made_by_writing_to_it() {
        try (KafkaProducer<String, String> producer = producer()) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("unplanned", "text"))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void what_was_acknowledged_is_there_after_kill_nine() throws Exception {
        // Given
        try (KafkaProducer<String, String> producer = producer()) {
            producer.send(new ProducerRecord<>(Topics.INSIGHTS, 0, "key", "acknowledged"))
                    .get();
        }

        // When
        kafka.kill();
        kafka.start();

        // Then
        assertThat(valuesOf(new TopicPartition(Topics.INSIGHTS, 0))).contains("acknowledged");
    }

    @Test
    void behind_a_proxy_clients_are_sent_to_the_proxy_s_port() throws Exception {
        // Given
        kafka.stop();
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            proxy.setSoTimeout(20_000);
            KafkaPart proxied =
                    new KafkaPart(Binaries.ofRepository(), installation, ports.advertising(proxy.getLocalPort()));
            proxied.start();

            // When
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + ports.clients()))) {
                admin.listTopics();

                // Then
                assertThatCode(() -> proxy.accept().close()).doesNotThrowAnyException();
                admin.close(Duration.ZERO);
            } finally {
                proxied.stop();
            }
        }
        kafka.start();
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "max.block.ms", "2000"),
                new StringSerializer(),
                new StringSerializer());
    }

    private List<String> valuesOf(TopicPartition partition) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> StreamSupport.stream(
                                            consumer.poll(Duration.ofMillis(200))
                                                    .spliterator(),
                                            false)
                                    .map(ConsumerRecord::value)
                                    .toList(),
                            values -> !values.isEmpty());
        }
    }
}
