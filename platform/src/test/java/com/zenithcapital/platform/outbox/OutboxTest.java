package com.zenithcapital.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.event.CloudEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** From the caller's transaction to Kafka. */
@QuarkusTest
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    OutboxTable table;

    @Inject
    MeterRegistry meters;

    @Inject
    Tracer tracer;

    @Test
    void anEventIsPublishedAndThenMarked() {
        try (Published published = new Published()) {
            QuarkusTransaction.requiringNew().run(() -> outbox.append(ModelPublished.of("simple", 1)));

            List<ConsumerRecord<String, String>> records = published.awaitRecords("simple"::equals, 1);

            assertThat(records)
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("{\"number\":1}"));
            await().until(() -> table.published("simple") == 1);
            assertThat(meters.get("zenith.outbox.published").counter().count()).isPositive();
        }
    }

    @Test
    void aRecordIsACloudEventWithTheTraceAndTheCorrelationIdOfItsWork() {
        ModelPublished event = ModelPublished.of("headers", 1);
        Span span = tracer.spanBuilder("work").startSpan();
        try (Published published = new Published();
                Scope ignored = span.makeCurrent()) {
            CorrelationId.around(
                    "work-7", () -> QuarkusTransaction.requiringNew().run(() -> outbox.append(event)));

            ConsumerRecord<String, String> record =
                    published.awaitRecords("headers"::equals, 1).getFirst();

            CloudEvent read = CloudEvent.of(record.headers());
            assertThat(read.id()).isEqualTo(event.eventId());
            assertThat(read.type()).isEqualTo("zenith.model-files.model-published.v1");
            assertThat(read.source()).isEqualTo("/zenith/platform-test");
            assertThat(read.subject()).isEqualTo("headers");
            assertThat(read.at()).isEqualTo(event.at());
            assertThat(read.correlationId()).contains("work-7");
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "content-type")).isEqualTo("application/json");
            assertThat(header(record, "traceparent"))
                    .contains(span.getSpanContext().getTraceId());
        } finally {
            span.end();
        }
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNoEvent() throws Exception {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(ModelPublished.of("rolled-back", 1));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(table.unpublished("rolled-back") + table.published("rolled-back"))
                .isZero();
    }

    @Test
    void withoutATransactionItRefuses() {
        assertThatThrownBy(() -> outbox.append(ModelPublished.of("no-transaction", 1)))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void theEventsOfAKeyStayInTheOrderOfTheirAppendsWhoeverAppendsBesides() throws Exception {
        int keys = 8;
        int each = 50;
        try (Published published = new Published();
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> writing = IntStream.range(0, keys)
                    .mapToObj(key -> writers.submit(() -> {
                        for (int number = 0; number < each; number++) {
                            ModelPublished event = ModelPublished.of("order-" + key, number);
                            QuarkusTransaction.requiringNew().run(() -> outbox.append(event));
                        }
                    }))
                    .toList();
            for (Future<?> writer : writing) {
                writer.get();
            }

            published.awaitRecords(key -> key.startsWith("order-"), keys * each);

            for (int key = 0; key < keys; key++) {
                List<String> expected = IntStream.range(0, each)
                        .mapToObj("{\"number\":%d}"::formatted)
                        .toList();
                assertThat(published.records(("order-" + key)::equals))
                        .extracting(ConsumerRecord::value)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aTransactionThatCommitsLateIsNotPassedOver() throws Exception {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (Published published = new Published();
                ExecutorService late = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> transaction =
                    late.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                        outbox.append(ModelPublished.of("late-1", 1));
                        appended.countDown();
                        awaitUninterrupted(commit);
                    }));
            appended.await();
            QuarkusTransaction.requiringNew().run(() -> outbox.append(ModelPublished.of("late-2", 2)));
            published.awaitRecords("late-2"::equals, 1);

            commit.countDown();
            transaction.get();

            assertThat(published.awaitRecords("late-1"::equals, 1)).hasSize(1);
        }
    }

    @Test
    void anEventThatKafkaDoesNotTakeHoldsUpItsOwnKeyOnly() throws Exception {
        try (Published published = new Published()) {
            QuarkusTransaction.requiringNew().run(() -> {
                outbox.append(ModelPublished.to("no.such.topic", "stuck", 1));
                outbox.append(ModelPublished.of("stuck", 2));
                outbox.append(ModelPublished.of("free", 3));
            });

            assertThat(published.awaitRecords("free"::equals, 1)).hasSize(1);
            await().atMost(Duration.ofSeconds(20)).until(() -> table.failedAndSaidWhy("stuck") == 1);
            assertThat(published.records("stuck"::equals)).isEmpty();
            assertThat(table.unpublished("stuck")).isEqualTo(2);
            assertThat(meters.get("zenith.outbox.failures").counter().count()).isPositive();
        } finally {
            table.remove("stuck");
        }
    }

    @Test
    void whatWasPublishedLongAgoIsRemoved() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(ModelPublished.of("old", 1)));
        QuarkusTransaction.requiringNew().run(() -> outbox.append(ModelPublished.of("young", 1)));
        await().until(() -> table.published("old") == 1 && table.published("young") == 1);

        table.age("old", "2 days");

        await().until(() -> table.published("old") == 0);
        assertThat(table.published("young")).isEqualTo(1);
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
