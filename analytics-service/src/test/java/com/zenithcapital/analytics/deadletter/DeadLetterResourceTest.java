package com.zenithcapital.analytics.deadletter;

import static com.zenithcapital.analytics.testing.Browsing.view;
import static com.zenithcapital.analytics.testing.Browsing.visitor;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.testing.Books;
import com.zenithcapital.analytics.testing.Browsing;
import com.zenithcapital.analytics.testing.Topic;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was put aside is seen, and sent again once. */
@QuarkusTest
class DeadLetterResourceTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String LETTERS = "/api/v1/admin/dead-letters";

    @Inject
    Topic topic;

    @Inject
    Books books;

    @BeforeEach
    void forget() {
        books.clear();
    }

    @Test
    void theNewestAreListedFirstWithTheirReasonAndWithoutTheirBody() {
        // Given
        String key = UUID.randomUUID().toString();
        RecordMetadata place = putAside("zenith.content.insights", key, "not to be shown", "It was refused");

        // When
        ValidatableResponse answer = admin().get(LETTERS + "?limit=1").then();

        // Then
        answer.statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].topic", is("zenith.content.insights.dlq"))
                .body("items[0].partition", is(place.partition()))
                .body("items[0].offset", is((int) place.offset()))
                .body("items[0].key", is(key))
                .body("items[0].type", is("zenith.test.v1"))
                .body("items[0].reason", is("It was refused"))
                .body("items[0].at", notNullValue())
                .body("items[0].replayedAt", nullValue());
        assertThat(answer.extract().body().asString()).doesNotContain("not to be shown");
    }

    @Test
    void pagesGoOnWhereTheOneBeforeEnded() {
        // Given
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String key = UUID.randomUUID().toString();
            putAside(i % 2 == 0 ? "zenith.content.insights" : "zenith.model-files.versions", key, "{}", "refused");
            keys.addFirst(key);
        }

        // When
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int i = 0; i < 3; i++) {
            JsonPath page = admin().get(LETTERS + "?limit=2" + cursor).jsonPath();
            seen.addAll(page.getList("items.key", String.class));
            cursor = "&cursor=" + page.getString("next");
        }

        // Then
        assertThat(seen.subList(0, 5)).isEqualTo(keys);
    }

    @Test
    void oneTopicIsListedAlone() {
        // Given
        putAside("zenith.content.insights", "a", "{}", "refused");
        putAside("zenith.model-files.versions", "b", "{}", "refused");

        // When
        ValidatableResponse answer =
                admin().get(LETTERS + "?topic=zenith.content.insights").then();

        // Then
        answer.body("items.topic", everyItem(is("zenith.content.insights.dlq")));
    }

    @Test
    void aDryRunTellsWhatWouldBeSentAndSendsNothing() {
        // Given
        String visitor = visitor();
        RecordMetadata place = putAside(Topic.EVENTS, visitor, events(), "refused");

        // When
        ValidatableResponse answer = replay("", place);

        // Then
        answer.statusCode(200)
                .body("dryRun", is(true))
                .body("letters[0].to", is(Topic.EVENTS))
                .body("letters[0].letter.offset", is((int) place.offset()));
        assertThat(books.number("select count(*) from replayed_letter")).isZero();
        // What comes after it in its partition is counted, and it is not.
        topic.send(Browsing.events(visitor, Instant.now(), Browsing.view(Instant.now(), "/after")));
        await().until(() -> books.number("select count(*) from event where path = '/after'") == 1);
        assertThat(books.lines("select kind, events from tally")).containsExactly("(stored,1)");
    }

    @Test
    void aLetterThatIsSentAgainIsCounted() {
        // Given
        RecordMetadata place = putAside(Topic.EVENTS, visitor(), events(), "the disk was full");

        // When
        ValidatableResponse answer = replay("?dryRun=false", place);

        // Then
        answer.statusCode(200).body("dryRun", is(false)).body("letters", hasSize(1));
        await().until(() -> books.number("select count(*) from event") == 1);
        admin().get(LETTERS + "?topic=" + Topic.EVENTS)
                .then()
                .body("items.find { it.offset == %d }.replayedAt".formatted(place.offset()), notNullValue());
    }

    @Test
    void aSecondReplayIsAConflict() {
        // Given
        RecordMetadata place = putAside(Topic.EVENTS, visitor(), events(), "refused");
        replay("?dryRun=false", place).statusCode(200);

        // When
        ValidatableResponse answer = replay("?dryRun=false", place);

        // Then
        answer.statusCode(409).body("type", is("urn:zenith:problem:already-replayed"));
    }

    @Test
    void allOfATopicAreSentThatWereNotYet() {
        // Given
        RecordMetadata first = putAside(Topic.EVENTS, visitor(), events(), "refused");
        putAside(Topic.EVENTS, visitor(), events(), "refused");
        for (long offset = 0; offset < first.offset(); offset++) {
            books.update("insert into replayed_letter values (?, 0, ?, now(), 'ada')", first.topic(), offset);
        }
        replay("?dryRun=false", first).statusCode(200);

        // When
        ValidatableResponse answer = replayAll("?dryRun=false");

        // Then
        answer.statusCode(200).body("letters", hasSize(1)).body("more", is(false));
        await().until(() -> books.number("select count(*) from event") == 2);
    }

    @Test
    void aLetterThatIsNotThereIsNotFound() {
        // When
        ValidatableResponse answer = admin().contentType(ContentType.JSON)
                .body(Map.of("topic", Topic.EVENTS, "partition", 0, "offset", 1_000_000))
                .post(LETTERS + "/replay?dryRun=false")
                .then();

        // Then
        answer.statusCode(404).body("type", is("urn:zenith:problem:no-such-dead-letter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"topic\":\"zenith.analytics.events\"}",
                "{\"topic\":\"zenith.analytics.events\",\"partition\":0}",
                "{\"topic\":\"zenith.analytics.events\",\"all\":true,\"offset\":1}",
                "{\"topic\":\"somebody-elses\",\"all\":true}",
                "{\"topic\":\"zenith.analytics.events\",\"partition\":-1,\"offset\":0}"
            })
    void anUnclearDemandIsRefused(String body) {
        // When
        ValidatableResponse answer = admin().contentType(ContentType.JSON)
                .body(body)
                .post(LETTERS + "/replay")
                .then();

        // Then
        answer.statusCode(400);
    }

    @Test
    void onlyAdministratorsMay() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("eddie", Roles.EDITOR))
                .get(LETTERS)
                .then();

        // Then
        answer.statusCode(403);
    }

    private RecordMetadata putAside(String from, String key, String data, String reason) {
        boolean isEvents = from.equals(Topic.EVENTS);
        ProducerRecord<String, String> letter =
                Topic.record(from + ".dlq", isEvents ? EventsReceived.TYPE : "zenith.test.v1", key, data);
        letter.headers().add("dead-letter-reason", reason.getBytes(UTF_8));
        letter.headers().add("dead-letter-topic", from.getBytes(UTF_8));
        return topic.send(letter);
    }

    private String events() {
        return topic.write(Browsing.events(visitor(), NOON, view(NOON, "/")));
    }

    private static ValidatableResponse replay(String query, RecordMetadata place) {
        return admin().contentType(ContentType.JSON)
                .body(Map.of("topic", place.topic(), "partition", place.partition(), "offset", place.offset()))
                .post(LETTERS + "/replay" + query)
                .then();
    }

    private static ValidatableResponse replayAll(String query) {
        return admin().contentType(ContentType.JSON)
                .body(Map.of("topic", Topic.EVENTS, "all", true))
                .post(LETTERS + "/replay" + query)
                .then();
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.of("ada", Roles.ADMIN));
    }
}
