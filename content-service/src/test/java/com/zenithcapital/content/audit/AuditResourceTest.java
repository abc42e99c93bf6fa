package com.zenithcapital.content.audit;

import static com.zenithcapital.content.testing.Api.as;
import static com.zenithcapital.content.testing.Api.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.content.testing.Kept;
import com.zenithcapital.content.testing.LiveInsight;
import com.zenithcapital.platform.identity.UserId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditResourceTest {

    private static final String AUDIT = "/api/v1/admin/audit";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    AuditTrail trail;

    @Inject
    Kept kept;

    @Inject
    DataSource database;

    @Test
    void itTellsWhoDidWhatWhenToWhichRevision() {
        // Given
        UUID insight = UUID.randomUUID();
        note(NOON, "ana", "saved", insight, 4, "title", "tags");

        // When
        ValidatableResponse answer =
                admin().queryParam("insight", insight).get(AUDIT).then();

        // Then
        answer.statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].at", is("2026-03-01T12:00:00Z"))
                .body("items[0].actor.id", is("ana"))
                .body("items[0].actor.name", is("Name of ana"))
                .body("items[0].action", is("saved"))
                .body("items[0].insight", is(insight.toString()))
                .body("items[0].revision", is(4))
                .body("items[0].fields", contains("title", "tags"))
                .body("items[0].correlationId", matchesPattern("[A-Za-z0-9._-]{1,64}"))
                .body("next", nullValue());
    }

    @Test
    void filtersCombine() {
        // Given
        UUID insight = UUID.randomUUID();
        String ana = "ana-" + insight;
        note(NOON, ana, "saved", insight, 1);
        note(NOON.plusSeconds(1), ana, "submitted", insight, 2);
        note(NOON.plusSeconds(2), ana, "saved", insight, 3);
        note(NOON.plusSeconds(2), ana, "saved", UUID.randomUUID(), 4);
        note(NOON.plusSeconds(2), "ben-" + insight, "saved", insight, 5);
        note(NOON.plusSeconds(3), ana, "saved", insight, 6);

        // When
        ValidatableResponse answer = admin().queryParam("actor", ana)
                .queryParam("action", "saved")
                .queryParam("insight", insight)
                .queryParam("since", "2026-03-01T12:00:00.5Z")
                .queryParam("until", "2026-03-01T13:00:03+01:00")
                .get(AUDIT)
                .then();

        // Then
        answer.statusCode(200).body("items.revision", contains(3));
    }

    @Test
    void pagesShowEachLineOnceWhileLinesAreAdded() {
        // Given
        UUID insight = UUID.randomUUID();
        for (int revision = 1; revision <= 7; revision++) {
            // Two at a time: the id decides among those of one moment.
            note(NOON.plusSeconds(revision / 2), "ana", "saved", insight, revision);
        }

        // When
        List<Integer> seen = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = page(insight, cursor);
            seen.addAll(page.getList("items.revision", Integer.class));
            cursor = page.getString("next");
            note(NOON.plusSeconds(60), "ana", "saved", insight, 100);
        } while (cursor != null);

        // Then
        assertThat(seen).containsExactly(7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void anAddressIsShownOnlyOnceEverybodyMayKnowIt() {
        // Given
        LiveInsight open =
                LiveInsight.named("audit-open-" + UUID.randomUUID(), NOON).publish(database);
        LiveInsight closed = LiveInsight.named("audit-closed-" + UUID.randomUUID(), NOON)
                .forClients()
                .publish(database);
        UUID draft = UUID.randomUUID();
        String actor = "ana-" + draft;
        note(NOON, actor, "published", open.id(), 1);
        note(NOON.plusSeconds(1), actor, "published", closed.id(), 1);
        note(NOON.plusSeconds(2), actor, "created", draft, 1);

        // When
        ValidatableResponse answer =
                admin().queryParam("actor", actor).get(AUDIT).then();

        // Then
        answer.statusCode(200).body("items.slug", contains(nullValue(), nullValue(), is(open.slug())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "analyst", "editor"})
    void nobodyElseReadsIt(String role) {
        // When
        ValidatableResponse answer = as("sam", role).get(AUDIT).then();

        // Then
        answer.statusCode(403).body("type", is("urn:zenith:problem:forbidden"));
    }

    @Test
    void aVisitorIsAskedToSignIn() {
        // When
        ValidatableResponse answer = visitor().get(AUDIT).then();

        // Then
        answer.statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "actor, ''",
        "actor, 'a b'",
        "action, Saved",
        "action, saved-",
        "insight, 1-1-1-1-1",
        "insight, no-id",
        "since, yesterday",
        "since, 2026-03-01",
        "until, +12026-03-01T12:00:00Z",
        "limit, 0",
        "limit, 101",
        "cursor, garbage",
        "actr, ana"
    })
    void whatIsNoFilterIsRefused(String name, String value) {
        // When
        ValidatableResponse answer = admin().queryParam(name, value).get(AUDIT).then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", is("query:" + name));
    }

    @Test
    void aFilterGivenTwiceIsRefused() {
        // When
        ValidatableResponse answer =
                admin().get(AUDIT + "?action=saved&action=created").then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", is("query:action"));
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsRefused() {
        // When
        ValidatableResponse answer = admin().queryParam("since", "2026-03-01T12:00:00Z")
                .queryParam("until", "2026-03-01T12:00:00Z")
                .get(AUDIT)
                .then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", is("query:until"));
    }

    /** The planner may sort where there is next to nothing to sort; here every filter leaves a third of many rows. */
    @ParameterizedTest
    @CsvSource({
        "true, audit_by_time",
        "actor = 'plan-1', audit_of_actor",
        "action = 'planned-1', audit_of_action",
        "insight_id = '00000000-0000-7000-8000-000000000001', audit_of_insight"
    })
    void anIndexHoldsTheOrderOfEachFilter(String filter, String index) throws SQLException {
        // Given
        kept.change("""
                insert into audit (at, actor, actor_name, action, insight_id, revision, correlation_id)
                select timestamptz '2026-01-01Z' + n * interval '1 second', 'plan-' || n % 3, 'P', 'planned-' || n % 3,
                       ('00000000-0000-7000-8000-00000000000' || n % 3)::uuid, 1, 'c'
                from generate_series(1, 5000) as n
                """);
        kept.change("analyze audit");

        // When
        String plan = plan("""
                select * from audit
                where %s and at >= '2026-01-01T00:10Z' and at < '2026-01-01T00:50Z'
                order by at desc, id desc
                limit 21
                """.formatted(filter));

        // Then
        assertThat(plan).contains(index).doesNotContain("Sort");
    }

    private String plan(String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain " + query)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static JsonPath page(UUID insight, @Nullable String cursor) {
        RequestSpecification request = admin().queryParam("insight", insight).queryParam("limit", 2);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get(AUDIT).then().statusCode(200).extract().jsonPath();
    }

    private void note(Instant at, String actor, String action, UUID insight, int revision, String... fields) {
        QuarkusTransaction.requiringNew()
                .run(() -> trail.note(
                        at, new UserId(actor), "Name of " + actor, action, insight, revision, List.of(fields)));
    }

    private static RequestSpecification admin() {
        return as("adam", "admin");
    }
}
