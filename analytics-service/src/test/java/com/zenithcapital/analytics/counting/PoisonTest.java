package com.zenithcapital.analytics.counting;

import static com.zenithcapital.analytics.testing.Browsing.event;
import static com.zenithcapital.analytics.testing.Browsing.events;
import static com.zenithcapital.analytics.testing.Browsing.view;
import static com.zenithcapital.analytics.testing.Browsing.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.analytics.event.ReadershipNoted;
import com.zenithcapital.analytics.testing.Books;
import com.zenithcapital.analytics.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that no repeat would heal: each is put aside with its reason, and holds nobody up. */
@QuarkusTest
class PoisonTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String EVENTS_RECEIVED = "zenith.analytics.events-received.v1";

    @Inject
    Topic topic;

    @Inject
    Books books;

    @BeforeEach
    void forget() {
        books.clear();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "zenith.analytics.events-received.v1; {\"receivedAt\":; cannot be read",
                "zenith.analytics.events-received.v1; {\"receivedAt\":\"2026-11-20T12:00:00Z\",\"events\":[{}]}; events.id is missing",
                "zenith.analytics.events-received.v1; {\"receivedAt\":\"9026-11-20T12:00:00Z\",\"events\":[]}; no time",
                "zenith.analytics.readership-noted.v1; {}; id is missing",
                "zenith.analytics.never-heard-of.v1; {}; Nobody knows"
            })
    void aRecordThatCannotBeReadIsPutAside(String type, String data, String reason) {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        RecordMetadata place = topic.send(Topic.record(Topic.EVENTS, type, key, data));

        // Then
        ConsumerRecord<String, String> letter =
                Topic.deadLetters(Topic.EVENTS, key).getFirst();
        assertThat(letter.value()).isEqualTo(data);
        assertThat(Topic.header(letter, "dead-letter-reason")).contains(reason);
        assertThat(Topic.header(letter, "dead-letter-topic")).isEqualTo(Topic.EVENTS);
        assertThat(Topic.header(letter, "dead-letter-partition")).isEqualTo(Integer.toString(place.partition()));
        assertThat(Topic.header(letter, "dead-letter-offset")).isEqualTo(Long.toString(place.offset()));
        assertThat(Topic.header(letter, "dead-letter-attempts")).isEqualTo("1");
        assertThat(Topic.header(letter, "ce_type")).isEqualTo(type);
        await().until(() -> books.number(
                        "select next from consumer_offset where topic = ? and partition = ?",
                        place.topic(),
                        place.partition())
                > place.offset());
    }

    @Test
    void aRecordThatTheDatabaseRefusesIsPutAsideAndItsNeighboursCount() {
        // Given
        String visitor = visitor();
        Received poison = event("bad\u0000name", NOON, "/");

        // When
        for (int i = 0; i < 5; i++) {
            topic.send(events(visitor, NOON, view(NOON, "/before")));
        }
        topic.send(events(visitor, NOON, poison));
        for (int i = 0; i < 5; i++) {
            topic.send(events(visitor, NOON, view(NOON, "/after")));
        }

        // Then
        ConsumerRecord<String, String> letter =
                Topic.deadLetters(Topic.EVENTS, visitor).getFirst();
        assertThat(Topic.header(letter, "dead-letter-reason")).contains("0x00");
        assertThat(Topic.header(letter, "dead-letter-attempts")).isEqualTo("3");
        await().until(() -> books.number("select count(*) from event") == 10);
        assertThat(books.lines("select kind, events from tally")).containsExactly("(stored,10)");
        assertThat(books.number("select count(*) from event_seen where id = ?", poison.id()))
                .isZero();
    }

    @Test
    void aReadingOfAKindThatIsNoneIsPutAside() {
        // Given
        String reader = UUID.randomUUID().toString();

        // When
        topic.send(new ReadershipNoted(
                UUID.randomUUID(), reader, "Rhea Example", "poem", "rates", LocalDate.of(2026, 11, 20)));

        // Then
        ConsumerRecord<String, String> letter =
                Topic.deadLetters(Topic.EVENTS, reader).getFirst();
        assertThat(Topic.header(letter, "dead-letter-reason")).contains("readership_kind_check");
    }

    @Test
    void aFactThatNobodyCountsIsPassedBy() {
        // Given
        Received after = view(NOON, "/");

        // When
        RecordMetadata place =
                topic.send(Topic.record(Topic.DOWNLOADS, "zenith.model-files.download-ended.v1", "copper", "{}"));
        topic.send(events(visitor(), NOON, after));

        // Then
        await().until(() -> books.number("select count(*) from event where id = ?", after.id()) == 1);
        await().until(() -> books.number(
                        "select next from consumer_offset where topic = ? and partition = ?",
                        place.topic(),
                        place.partition())
                == place.offset() + 1);
        assertThat(books.number("select count(*) from event")).isEqualTo(1);
    }

    @Test
    void whatWasWrongWithARecordIsToldByItsType() {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        topic.send(Topic.record(Topic.EVENTS, EVENTS_RECEIVED, key, "[]"));

        // Then
        assertThat(Topic.header(Topic.deadLetters(Topic.EVENTS, key).getFirst(), "dead-letter-reason"))
                .startsWith("A record of " + EVENTS_RECEIVED);
    }
}
