package com.zenithcapital.analytics.counting;

import static com.zenithcapital.analytics.testing.Browsing.event;
import static com.zenithcapital.analytics.testing.Browsing.events;
import static com.zenithcapital.analytics.testing.Browsing.filtered;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a record on Kafka to rows. */
@QuarkusTest
class CountingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOON = Instant.parse("2026-11-20T12:07:30Z");

    @Inject
    Topic topic;

    @Inject
    Books books;

    @BeforeEach
    void forget() {
        books.clear();
    }

    @Test
    void anEventIsARowAndACellOfEachOfItsDimensions() {
        // Given
        Received view = view(NOON, "/insights/rates");

        // When
        topic.send(events(visitor(), NOON, view));

        // Then
        await().until(() -> books.number("select count(*) from event where id = ?", view.id()) == 1);
        assertThat(books.lines("""
                select dimension, slot, value, pageviews, visits, downloads, others, bounces, seconds
                from rollup_quarter order by dimension
                """))
                .containsExactly(
                        "(0,\"2026-11-20 12:00:00+00\",\"\",1,1,0,0,1,0)",
                        "(1,\"2026-11-20 12:00:00+00\",/insights/rates,1,1,0,0,0,0)",
                        "(2,\"2026-11-20 12:00:00+00\",Google,1,1,0,0,0,0)",
                        "(3,\"2026-11-20 12:00:00+00\",search,1,1,0,0,0,0)",
                        "(7,\"2026-11-20 12:00:00+00\",DE,1,1,0,0,0,0)",
                        "(8,\"2026-11-20 12:00:00+00\",desktop,1,1,0,0,0,0)",
                        "(9,\"2026-11-20 12:00:00+00\",Firefox,1,1,0,0,0,0)",
                        "(10,\"2026-11-20 12:00:00+00\",Linux,1,1,0,0,0,0)",
                        "(11,\"2026-11-20 12:00:00+00\",pageview,1,1,0,0,0,0)",
                        "(13,\"2026-11-20 12:00:00+00\",rates,1,1,0,0,0,0)");
        assertThat(books.lines("select dimension, slot from rollup_minute order by dimension"))
                .hasSize(6)
                .contains("(0,\"2026-11-20 12:07:00+00\")");
        assertThat(books.lines(
                        "select dimension, day, visitors from rollup_day where dimension > 31 order by dimension"))
                .contains("(32,2026-11-20,1)", "(42,2026-11-20,1)");
        assertThat(books.lines("select day, steps, visits from visit_way")).containsExactly("(2026-11-20,insight,1)");
    }

    @Test
    void anEventThatComesTwiceCountsOnce() {
        // Given
        UUID id = UUID.randomUUID();
        String visitor = visitor();
        Received once = event(id, "pageview", NOON, "/");
        Received last = view(NOON.plusSeconds(1), "/about");

        // When
        topic.send(events(visitor, NOON, once, once));
        topic.send(events(visitor, NOON.plusSeconds(1), once));
        topic.send(events(visitor, NOON.plusSeconds(1), last));

        // Then
        await().until(() -> books.number("select count(*) from event where id = ?", last.id()) == 1);
        assertThat(books.lines("select kind, events from tally order by kind"))
                .containsExactly("(duplicate,2)", "(stored,2)");
        assertThat(books.number("select pageviews from rollup_day where dimension = 0"))
                .isEqualTo(2);
        assertThat(books.number("select count(*) from event")).isEqualTo(2);
    }

    @Test
    void anEventThatIsFilteredIsInTheLedgerAndInNoRollup() {
        // Given
        Received bot = view(NOON, "/");

        // When
        topic.send(filtered("bot-user-agent", NOON, bot));

        // Then
        await().until(() -> books.number("select count(*) from filtered_event where id = ?", bot.id()) == 1);
        assertThat(books.lines("select kind, reason, events from tally"))
                .containsExactly("(filtered,bot-user-agent,1)");
        assertThat(books.number("select count(*) from event")).isZero();
        assertThat(books.number("select count(*) from rollup_day")).isZero();
    }

    @Test
    void whoDoesNotWantToBeRecognisedIsCountedAndIsNoVisitor() {
        // Given
        Received view = view(NOON, "/");

        // When
        topic.send(events(null, NOON, view));

        // Then
        await().until(() -> books.number("select count(*) from event where id = ?", view.id()) == 1);
        assertThat(books.lines("select pageviews, visits, visitors from rollup_day where dimension = 0"))
                .containsExactly("(1,0,0)");
    }

    @Test
    void theOffsetsMoveWithWhatWasCounted() {
        // Given
        Received view = view(NOON, "/");

        // When
        RecordMetadata place = topic.send(events(visitor(), NOON, view));

        // Then
        await().until(() -> books.number("select count(*) from event where id = ?", view.id()) == 1);
        assertThat(books.number(
                        "select next from consumer_offset where topic = ? and partition = ?",
                        place.topic(),
                        place.partition()))
                .isEqualTo(place.offset() + 1);
    }

    @Test
    void aDownloadThatIsToldAsAFactCountsAndIsReadership() throws IOException {
        // Given
        UUID id = UUID.randomUUID();

        // When
        topic.send(Topic.record(
                Topic.DOWNLOADS, Topic.DOWNLOAD, "copper", golden("zenith.model-files.download-started.v1"), id, NOON));

        // Then
        await().until(() -> books.number("select count(*) from event where id = ?", id) == 1);
        assertThat(books.lines("select dimension, value, downloads, visits from rollup_day order by dimension"))
                .containsExactly(
                        "(0,\"\",1,0)", "(1,/models/copper-2030,1,0)", "(11,download,1,0)", "(12,copper-2030,1,0)");
        assertThat(books.lines("select reader, day, kind, slug, views, downloads from readership"))
                .containsExactly("(rhea,2026-11-20,model,copper-2030,0,1)");
        assertThat(books.lines("select kind, events from tally")).containsExactly("(fact,1)");
    }

    @Test
    void whatAClientReadsIsKeptOnceAndByItsWeek() {
        // Given
        ReadershipNoted noted =
                new ReadershipNoted(UUID.randomUUID(), "sub-of-rhea", "Rhea Example", "insight", "rates", DAY);

        // When
        topic.send(noted);
        topic.send(noted);
        topic.send(new ReadershipNoted(UUID.randomUUID(), "sub-of-rhea", "Rhea Example", "insight", "last", DAY));

        // Then
        await().until(() -> books.number("select count(*) from readership where slug = 'last'") == 1);
        assertThat(books.lines("select reader, kind, slug, views, downloads from readership where slug = 'rates'"))
                .containsExactly("(sub-of-rhea,insight,rates,1,0)");
        assertThat(books.lines("select id, name from reader")).containsExactly("(sub-of-rhea,\"Rhea Example\")");
        assertThat(books.lines("select week from reader_week")).containsExactly("(2026-11-16)");
    }

    @Test
    void theExampleThatIntakeTellsIsUnderstood() throws IOException {
        // Given
        String example = golden("zenith.analytics.events-received.v1");

        // When
        topic.send(Topic.record(Topic.EVENTS, "zenith.analytics.events-received.v1", "8f14e45fceea167a", example));

        // Then
        await().until(() -> books.number("select count(*) from event") == 2);
        assertThat(books.lines(
                        "select name, path, source, utm_campaign, region, props->>'step' from event order by id"))
                .containsExactly(
                        "(pageview,/insights/rates-in-march,Google,,BE,)",
                        "(\"Newsletter sign-up\",/models/dcf-base,march-letter,rates,BE,2)");
        assertThat(books.lines("select kind, events from tally order by kind"))
                .containsExactly("(clamped,1)", "(stored,2)");
    }

    private static String golden(String type) throws IOException {
        try (InputStream file = CountingTest.class.getResourceAsStream("/facts/" + type + ".json")) {
            if (file == null) {
                throw new IOException("No example of " + type);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
