package com.zenithcapital.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.platform.session.OwnConnection;
import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What becomes of events when a part is killed: none is lost, and the order in which each is seen first holds. */
@QuarkusTest
class OutboxFailureTest {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @Inject
    Outbox outbox;

    @Inject
    OutboxTable table;

    @Inject
    OwnConnection ownConnection;

    @Inject
    ObjectMapper json;

    @Inject
    OutboxConfig config;

    @Inject
    OutboxMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> cluster;

    @Test
    void eventsAppendedWhileKafkaIsAwayArriveWhenItIsBack() {
        KafkaResource.kill();
        try {
            append("kafka-away", 0, 20);
            append("kafka-away-too", 0, 20);
            await().atMost(RECOVERY).until(() -> gauge("zenith.outbox.depth") >= 40);
            await().atMost(RECOVERY).until(() -> gauge("zenith.outbox.oldest.age") > 1);
        } finally {
            KafkaResource.startAgain();
        }

        await().atMost(RECOVERY)
                .until(() -> table.unpublished("kafka-away") == 0 && table.published("kafka-away") == 40);

        try (Published published = new Published()) {
            published.awaitRecords(key -> key.startsWith("kafka-away"), 40);
            assertEachOnceInOrder(published, "kafka-away", 20);
            assertEachOnceInOrder(published, "kafka-away-too", 20);
        }
    }

    @Test
    void eventsUnderWayWhenPostgresIsKilledArriveWhenItIsBack() {
        append("postgres-killed", 0, 200);

        PostgresResource.part().kill();
        PostgresResource.part().start();

        await().atMost(RECOVERY).ignoreExceptions().until(() -> table.published("postgres-killed") == 200);
        try (Published published = new Published()) {
            published.awaitRecords("postgres-killed"::equals, 200);
            assertEachOnceInOrder(published, "postgres-killed", 200);
        }
        await().atMost(RECOVERY).ignoreExceptions().until(() -> {
            append("after-postgres", 0, 1);
            return table.published("after-postgres") > 0;
        });
    }

    @Test
    void aSecondRelayWaitsForTheFirstOne() throws Exception {
        await().atMost(RECOVERY).until(() -> {
            append("active", 0, 1);
            return table.published("active") > 0;
        });

        try (RelaySession second = new RelaySession(ownConnection.open("outbox-relay"), json)) {
            assertThat(second.isActive()).isFalse();
        }
    }

    @Test
    void whenTheActiveRelayLosesItsSessionOneRelayGoesOn() throws Exception {
        OutboxRelay replica = new OutboxRelay(
                config, ownConnection, new Mailbox(cluster, config, "replica"), metrics, json, Clock.systemUTC());
        replica.start(new StartupEvent());
        try {
            await().atMost(RECOVERY).until(() -> table.activeRelays().size() == 1);
            int active = table.activeRelays().getFirst();
            append("taken-over", 0, 100);

            table.endSession(active);

            append("taken-over", 100, 200);
            await().atMost(RECOVERY).until(() -> table.published("taken-over") == 200);
            assertThat(table.activeRelays()).hasSize(1).doesNotContain(active);
            try (Published published = new Published()) {
                published.awaitRecords("taken-over"::equals, 200);
                assertEachOnceInOrder(published, "taken-over", 200);
            }
        } finally {
            replica.stop(new ShutdownEvent());
        }
    }

    @Test
    void anErrorDoesNotEndARelay() throws Exception {
        AtomicInteger met = new AtomicInteger();
        ObjectMapper incomplete = new ObjectMapper() {
            @Override
            public <T> T readValue(String content, TypeReference<T> type) {
                met.incrementAndGet();
                throw new NoClassDefFoundError("no/such/Class");
            }
        };
        OutboxRelay replica = new OutboxRelay(
                config, ownConnection, new Mailbox(cluster, config, "replica"), metrics, incomplete, Clock.systemUTC());
        replica.start(new StartupEvent());
        try {
            AtomicInteger number = new AtomicInteger();
            await("it meets the error a second time")
                    .atMost(RECOVERY)
                    .pollInterval(Duration.ofMillis(700))
                    .until(() -> {
                        // The other relay has the lock most of the time.
                        for (int active : table.activeRelays()) {
                            table.endSession(active);
                        }
                        append("error", number.get(), number.incrementAndGet());
                        return met.get() >= 2;
                    });
        } finally {
            replica.stop(new ShutdownEvent());
        }
    }

    @Test
    void aRelayThatIsStoppedLetsGoOfItsLock() throws Exception {
        OutboxRelay replica = new OutboxRelay(
                config, ownConnection, new Mailbox(cluster, config, "replica"), metrics, json, Clock.systemUTC());
        replica.start(new StartupEvent());
        await().atMost(RECOVERY).until(() -> table.activeRelays().size() == 1);

        replica.stop(new ShutdownEvent());

        await().atMost(RECOVERY).until(() -> table.activeRelays().size() == 1);
        append("after-stop", 0, 10);
        await().atMost(RECOVERY).until(() -> table.published("after-stop") == 10);
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private void append(String key, int from, int to) {
        IntStream.range(from, to)
                .forEach(number ->
                        QuarkusTransaction.requiringNew().run(() -> outbox.append(ModelPublished.of(key, number))));
    }

    /** As a consumer with an inbox sees it: repeats left out. */
    private static void assertEachOnceInOrder(Published published, String key, int count) {
        List<String> expected =
                IntStream.range(0, count).mapToObj("{\"number\":%d}"::formatted).toList();
        assertThat(published.records(key::equals).stream()
                        .map(ConsumerRecord::value)
                        .distinct()
                        .toList())
                .isEqualTo(expected);
    }
}
