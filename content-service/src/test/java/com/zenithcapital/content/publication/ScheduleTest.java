package com.zenithcapital.content.publication;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.ana;
import static com.zenithcapital.content.testing.Api.approved;
import static com.zenithcapital.content.testing.Api.draft;
import static com.zenithcapital.content.testing.Api.eddie;
import static com.zenithcapital.content.testing.Api.published;
import static com.zenithcapital.content.testing.Api.save;
import static com.zenithcapital.content.testing.Api.state;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.content.testing.Kept;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ScheduleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Kept kept;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void itIsPublishedAtItsTime() {
        // Given
        String id = approved(text());
        Instant at = in(Duration.ofSeconds(1));

        // When
        ValidatableResponse answer = schedule(id, Map.of("publishAt", at.toString()));

        // Then
        answer.statusCode(200).body("state", is("SCHEDULED")).body("plan.publishAt", is(at.toString()));
        await().atMost(PATIENCE).until(() -> state(id).equals("PUBLISHED"));
        JsonPath fact = JsonPath.from(kept.newestFact(id));
        assertThat(Instant.parse(fact.getString("scheduledFor"))).isEqualTo(at);
        assertThat(Instant.parse(fact.getString("publishedAt"))).isBetween(at, at.plusSeconds(2));
        assertThat(lateness()).isPositive();
    }

    @Test
    void clientsSeeItBeforeEverybody() {
        // Given
        String id = approved(text());
        Map<String, Object> plan = Map.of(
                "clientsAt", in(Duration.ofMillis(700)).toString(),
                "publicAt", in(Duration.ofMillis(2_500)).toString());

        // When
        schedule(id, plan).statusCode(200);

        // Then
        await().atMost(PATIENCE).until(() -> state(id).equals("PUBLISHED"));
        assertThat(open(id)).isZero();
        await().atMost(PATIENCE).until(() -> open(id) == 1);
        assertThat(kept.audit(id)).endsWith("scheduled", "published", "opened-to-public");
    }

    @Test
    void itIsWithdrawnAtItsTime() {
        // Given
        String id = published(text());

        // When
        schedule(id, Map.of("withdrawAt", in(Duration.ofMillis(700)).toString()))
                .statusCode(200);

        // Then
        await().atMost(PATIENCE).until(() -> state(id).equals("WITHDRAWN"));
    }

    @Test
    void anEditCallsThePublicationOff() {
        // Given
        Map<String, Object> text = text();
        String id = approved(text);
        schedule(id, Map.of("publishAt", in(Duration.ofHours(1)).toString())).statusCode(200);

        // When
        ValidatableResponse answer = save(id, with(text, "title", "Changed"));

        // Then
        answer.body("state", is("DRAFT")).body("plan", nullValue());
    }

    @Test
    void aPlanIsCalledOff() {
        // Given
        String id = approved(text());
        schedule(id, Map.of("publishAt", in(Duration.ofHours(1)).toString())).body("plan.publishAt", notNullValue());

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/unschedule", id).then();

        // Then
        answer.statusCode(200).body("state", is("APPROVED")).body("plan", nullValue());
    }

    @Test
    void whatWasDueWhileNobodyWasThereIsDoneLate() {
        // Given
        String id = approved(text());
        schedule(id, Map.of("publishAt", in(Duration.ofHours(1)).toString())).statusCode(200);

        // When
        kept.change("update due set at = now() - interval '1 hour' where insight_id = ?::uuid", id);

        // Then
        await().atMost(PATIENCE).until(() -> state(id).equals("PUBLISHED"));
        JsonPath fact = JsonPath.from(kept.newestFact(id));
        assertThat(Instant.parse(fact.getString("scheduledFor")))
                .isBefore(Instant.parse(fact.getString("publishedAt")).minusSeconds(3_500));
    }

    /** It went another way, by a change that knew nothing of the plan. */
    @Test
    void whatIsNotPossibleAnyMoreIsLeft() {
        // Given
        String id = approved(text());
        schedule(id, Map.of("publishAt", in(Duration.ofHours(1)).toString())).statusCode(200);
        kept.change("update insight set review = 'DRAFT' where id = ?::uuid", id);

        // When
        kept.change("update due set at = now() where insight_id = ?::uuid", id);

        // Then
        await().atMost(PATIENCE)
                .until(() -> kept.count(
                                "select count(*) as count from due where insight_id = ?::uuid and done_at is not null",
                                id)
                        == 1);
        assertThat(state(id)).isEqualTo("SCHEDULED");
    }

    @Test
    void whatCannotBeDoneKeepsNothingElseFromItsTime() {
        // Given
        String poison = approved(text());
        String next = approved(text());
        schedule(poison, Map.of("publishAt", in(Duration.ofHours(1)).toString()))
                .statusCode(200);
        schedule(next, Map.of("publishAt", in(Duration.ofHours(1)).toString())).statusCode(200);
        kept.change("update insight set published_revision = -1, state = 'PUBLISHED' where id = ?::uuid", poison);
        kept.change("update due set action = 'OPEN_TO_PUBLIC' where insight_id = ?::uuid", poison);

        // When
        kept.change(
                "update due set at = now() - interval '1 hour' where insight_id in (?::uuid, ?::uuid)", poison, next);

        // Then
        await().atMost(PATIENCE).until(() -> state(next).equals("PUBLISHED"));
        await().atMost(PATIENCE).until(() -> attempts(poison) >= 2);
        assertThat(kept.count("""
                        select count(*) as count from due
                        where insight_id = ?::uuid and done_at is null and next_at > at
                        """, poison)).isEqualTo(1);
        kept.change("update due set cancelled_at = now() where insight_id = ?::uuid", poison);
    }

    /** Or it would be taken away before it is there, and stay for ever. */
    @Test
    void whatIsDueAfterWhatFailedWaitsForIt() {
        // Given
        String id = approved(text());
        schedule(
                        id,
                        Map.of(
                                "publishAt", in(Duration.ofHours(1)).toString(),
                                "withdrawAt", in(Duration.ofHours(2)).toString()))
                .statusCode(200);
        kept.change("""
                update due set next_at = now() + interval '2 seconds', attempts = 3
                where insight_id = ?::uuid and action = 'PUBLISH'
                """, id);

        // When
        kept.change("update due set at = at - interval '3 hours' where insight_id = ?::uuid", id);

        // Then
        await().atMost(PATIENCE).until(() -> state(id).equals("WITHDRAWN"));
        assertThat(kept.audit(id)).endsWith("scheduled", "published", "withdrawn");
    }

    @Test
    void whatAPublicationOpensIsNotOpenedAgain() {
        // Given
        Map<String, Object> text = text();
        String id = embargoed(text);
        next(id, with(text, "title", "Newer"));

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/publish", id).then();

        // Then
        answer.statusCode(200).body("plan", nullValue());
        assertThat(open(id)).isEqualTo(1);
    }

    @Test
    void whatIsForClientsByNowIsNotOpened() {
        // Given
        Map<String, Object> text = text();
        String id = embargoed(text);
        next(id, with(text, "audience", "clients"));

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/publish", id).then();

        // Then
        answer.statusCode(200).body("plan", nullValue());
        assertThat(open(id)).isZero();
    }

    @Test
    void whatIsOpenIsToldOnce() {
        // Given
        String id = published(text());

        // When
        kept.change("""
                insert into due (insight_id, action, at, set_by, set_by_name)
                values (?::uuid, 'OPEN_TO_PUBLIC', now(), 'eddie', 'Eddie')
                """, id);

        // Then
        await().atMost(PATIENCE)
                .until(() -> kept.count(
                                "select count(*) as count from due where insight_id = ?::uuid and done_at is not null",
                                id)
                        == 1);
        assertThat(kept.audit(id)).endsWith("published");
    }

    @Test
    void theNextTextDoesNotSayWhoSeesThePublishedOne() {
        // Given
        Map<String, Object> text = with(text(), "audience", "clients");
        String id = published(text);
        save(id, with(text, "audience", "public")).statusCode(200);

        // When
        ValidatableResponse answer =
                schedule(id, Map.of("publicAt", in(Duration.ofHours(1)).toString()));

        // Then
        answer.statusCode(400).body("errors[0].pointer", is("/publicAt"));
    }

    /** Who hears the fact may show nobody else what only clients see. */
    @Test
    void theFactOfWhatIsForClientsYetSaysSo() {
        // Given
        Map<String, Object> text = text();

        // When
        String id = embargoed(text);

        // Then
        JsonPath fact = JsonPath.from(kept.newestFact(id));
        assertThat(fact.getString("audience")).isEqualTo("clients");
        assertThat(fact.getString("publicAt")).isNull();
        JsonPath open = JsonPath.from(kept.newestFact(published(text())));
        assertThat(open.getString("audience")).isEqualTo("public");
        assertThat(open.getString("publicAt")).isEqualTo(open.getString("publishedAt"));
    }

    @Test
    void aDraftIsNotScheduled() {
        // Given
        String id = draft();

        // When
        ValidatableResponse answer =
                schedule(id, Map.of("publishAt", in(Duration.ofHours(1)).toString()));

        // Then
        answer.statusCode(409).body("type", endsWith(":wrong-state"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                                               | /publishAt
                    {"publishAt":"2020-01-01T00:00:00Z"}                                             | /publishAt
                    {"publishAt":"2190-01-01T00:00:00Z"}                                             | /publishAt
                    {"publishAt":"tomorrow"}                                                         | /publishAt
                    {"clientsAt":"2030-01-02T00:00:00Z","publicAt":"2030-01-01T00:00:00Z"}           | /publicAt
                    {"clientsAt":"2030-01-02T00:00:00Z"}                                             | /publicAt
                    {"publishAt":"2030-01-02T00:00:00Z","withdrawAt":"2030-01-01T00:00:00Z"}         | /withdrawAt
                    {"publishAt":"2030-01-02T00:00:00Z","publicAt":"2030-01-03T00:00:00Z"}           | /publishAt
                    {"at":"2030-01-02T00:00:00Z"}                                                    | /at
                    """)
    void aPlanThatIsNoneIsToldWhereItIsWrong(String plan, String pointer) {
        // Given
        String id = approved(text());

        // When
        ValidatableResponse answer =
                eddie().body(plan).post(INSIGHTS + "/{id}/schedule", id).then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", is(pointer));
        assertThat(state(id)).isEqualTo("APPROVED");
    }

    /** How many are measured, as operators see it. */
    private double lateness() {
        String metrics = given().port(managementPort).get("/q/metrics").asString();
        return metrics.lines()
                .filter(line -> line.startsWith("zenith_publish_lateness_seconds_count"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static ValidatableResponse schedule(String id, Map<String, Object> plan) {
        return eddie().body(plan).post(INSIGHTS + "/{id}/schedule", id).then();
    }

    private static Instant in(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Clients see it, everybody else not for an hour. */
    private static String embargoed(Map<String, Object> text) {
        String id = approved(text);
        eddie().body(Map.of("publicAt", in(Duration.ofHours(1)).toString()))
                .post(INSIGHTS + "/{id}/publish", id)
                .then()
                .statusCode(200)
                .body("plan.publicAt", notNullValue());
        return id;
    }

    /** Its next text, approved. */
    private static void next(String id, Map<String, Object> text) {
        save(id, text).statusCode(200);
        ana().post(INSIGHTS + "/{id}/submit", id).then().statusCode(200);
        eddie().post(INSIGHTS + "/{id}/approve", id).then().statusCode(200);
    }

    private long attempts(String id) {
        return kept.count("select max(attempts)::bigint as count from due where insight_id = ?::uuid", id);
    }

    private long open(String id) {
        return kept.count(
                "select count(*) as count from live where insight_id = ?::uuid and public_at is not null", id);
    }
}
