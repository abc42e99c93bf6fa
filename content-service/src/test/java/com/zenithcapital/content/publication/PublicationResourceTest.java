package com.zenithcapital.content.publication;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.ana;
import static com.zenithcapital.content.testing.Api.approved;
import static com.zenithcapital.content.testing.Api.ben;
import static com.zenithcapital.content.testing.Api.draft;
import static com.zenithcapital.content.testing.Api.eddie;
import static com.zenithcapital.content.testing.Api.published;
import static com.zenithcapital.content.testing.Api.save;
import static com.zenithcapital.content.testing.Api.slug;
import static com.zenithcapital.content.testing.Api.state;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.visitor;
import static com.zenithcapital.content.testing.Api.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.content.testing.Kept;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicationResourceTest {

    @Inject
    Kept kept;

    @Test
    void readersSeeWhatIsPublished() {
        // Given
        Map<String, Object> text = text();
        String id = approved(text);

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/publish", id).then();

        // Then
        answer.statusCode(200).body("state", is("PUBLISHED")).body("publishedRevision", is(1));
        JsonPath page = page(id);
        assertThat(page.getString("title")).isEqualTo(text.get("title"));
        assertThat(page.getString("html")).contains("<strong>more</strong>");
        assertThat(page.getString("audience")).isEqualTo("public");
        assertThat(page.getString("publishedAt")).isEqualTo(answer.extract().path("publishedAt"));
        assertThat(kept.texts("select value as text from live_facet where insight_id = ?::uuid order by 1", id))
                .containsExactlyInAnyOrder("autos", "ev", "ana analyst", "rivian", "rivn");
    }

    /** English texts are kept by their stems: a mistyped word means a whole one. */
    @Test
    void whatIsPublishedIsFoundMistyped() {
        // Given
        String id = published(with(text(), "summary", "Zirconium deliveries exceeded what we expected."));

        // When
        ValidatableResponse answer = visitor()
                .queryParam("q", "zirconum delivaries")
                .get("/api/v1/insights")
                .then();

        // Then
        answer.statusCode(200)
                .body("items.id", contains(id))
                .body("corrected.zirconum", contains("zirconium"))
                .body("items[0].excerpt", containsString("<mark>Zirconium</mark>"));
    }

    @Test
    void theFactOfAPublicationTellsItsDigest() {
        // Given
        String id = published(text());

        // When
        String record = ana().get(INSIGHTS + "/{id}/publications/1", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        JsonPath fact = JsonPath.from(kept.newestFact(id));
        assertThat(fact.getString("digest")).isEqualTo(sha256(record));
        assertThat(fact.getString("insightId")).isEqualTo(id);
        assertThat(fact.getInt("publication")).isEqualTo(1);
    }

    @Test
    void theRecordOfAPublicationTellsEverythingAndNeverChanges() {
        // Given
        kept.change("""
                insert into model_version (model_id, number, slug, sheets, is_public)
                values (gen_random_uuid(), 7, 'rivian-model', '{Deliveries}', true) on conflict do nothing
                """);
        String id = published(with(text(), "models", List.of("rivian-model")));

        // When
        JsonPath record = ana().get(INSIGHTS + "/{id}/publications/1", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(record.getString("content.body")).startsWith("## Deliveries");
        assertThat(record.getList("content.disclosures")).containsExactly("The author holds no shares.");
        assertThat(record.getString("approval.by.name")).isEqualTo(record.getString("publishedBy.name"));
        assertThat(record.getList("editors")).hasSize(1);
        assertThat(record.getList("linkedModels.version")).contains(7);
        assertThatThrownBy(() -> kept.change("update publication set record = '' where insight_id = ?::uuid", id))
                .hasStackTraceContaining("publication is never changed");
        assertThatThrownBy(() -> kept.change("delete from revision where insight_id = ?::uuid", id))
                .hasStackTraceContaining("revision is never changed");
    }

    @Test
    void whatIsNotApprovedIsNotPublished() {
        // Given
        String id = draft();

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/publish", id).then();

        // Then
        answer.statusCode(409).body("type", endsWith(":wrong-state"));
        assertThat(isLive(id)).isFalse();
    }

    @Test
    void aSecondPublicationChangesNothing() {
        // Given
        String id = published(text());

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/publish", id).then();

        // Then
        answer.statusCode(200).body("state", is("PUBLISHED"));
        ana().get(INSIGHTS + "/{id}/publications", id).then().body("items.number", contains(1));
    }

    @Test
    void readersSeeThePublishedTextWhileTheNextIsAtWork() {
        // Given
        Map<String, Object> text = text();
        String id = published(text);

        // When
        ValidatableResponse answer = save(id, with(text, "title", "The next title"));

        // Then
        answer.statusCode(200)
                .body("state", is("PUBLISHED"))
                .body("review", is("DRAFT"))
                .body("publishedRevision", is(1));
        assertThat(page(id).getString("title")).isEqualTo(text.get("title"));
    }

    @Test
    void aCorrectionShowsItsNoteAndKeepsTheDate() {
        // Given
        Map<String, Object> text = text();
        String id = published(text);
        String published = page(id).getString("publishedAt");
        save(id, with(text, "summary", "Right this time.")).statusCode(200);
        ana().post(INSIGHTS + "/{id}/submit", id).then().statusCode(200);
        eddie().post(INSIGHTS + "/{id}/approve", id).then().statusCode(200);

        // When
        ValidatableResponse answer = eddie().body(Map.of("note", "The summary named the wrong quarter."))
                .post(INSIGHTS + "/{id}/correct", id)
                .then();

        // Then
        answer.statusCode(200).body("publishedRevision", is(2));
        JsonPath page = page(id);
        assertThat(page.getString("summary")).isEqualTo("Right this time.");
        assertThat(page.getList("corrections.note")).containsExactly("The summary named the wrong quarter.");
        assertThat(page.getString("publishedAt")).isEqualTo(published);
        ana().get(INSIGHTS + "/{id}/publications", id).then().body("items.kind", contains("PUBLISHED", "CORRECTED"));
        assertThat(kept.facts(id)).endsWith("zenith.content.insight-corrected.v1");
    }

    @Test
    void aCorrectionWithoutANoteOrANewTextIsRefused() {
        // Given
        String id = published(text());

        // When
        ValidatableResponse nothingNew = eddie().body(Map.of("note", "Nothing"))
                .post(INSIGHTS + "/{id}/correct", id)
                .then();

        // Then
        nothingNew.statusCode(409).body("type", endsWith(":wrong-state"));
        eddie().body("{}")
                .post(INSIGHTS + "/{id}/correct", id)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/note"));
    }

    @Test
    void withdrawingNeedsAReasonAndHidesIt() {
        // Given
        String id = published(text());

        // When
        ValidatableResponse answer = eddie().body(Map.of("reason", "The issuer restated its figures."))
                .post(INSIGHTS + "/{id}/withdraw", id)
                .then();

        // Then
        answer.statusCode(200)
                .body("state", is("WITHDRAWN"))
                .body("withdrawnReason", is("The issuer restated its figures."));
        assertThat(isLive(id)).isFalse();
        assertThat(kept.newestFact(id)).contains("The issuer restated its figures.");
        eddie().body("{\"reason\":\" \"}")
                .post(INSIGHTS + "/{id}/withdraw", published(text()))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/reason"));
    }

    @Test
    void whatWasWithdrawnIsPublishedAgainWithItsDate() {
        // Given
        String id = published(text());
        String published = page(id).getString("publishedAt");
        eddie().body(Map.of("reason", "By mistake"))
                .post(INSIGHTS + "/{id}/withdraw", id)
                .then()
                .statusCode(200);

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/publish", id).then();

        // Then
        answer.statusCode(200).body("state", is("PUBLISHED"));
        assertThat(page(id).getString("publishedAt")).isEqualTo(published);
    }

    @Test
    void aNewSlugIsShownWithTheNextPublicationAndTheOldOneIsKept() {
        // Given
        Map<String, Object> text = text();
        String id = published(text);
        String old = slug(id);
        save(id, with(text, "slug", old + "-new")).statusCode(200);
        String meanwhile = page(id).getString("slug");
        ana().post(INSIGHTS + "/{id}/submit", id).then().statusCode(200);
        eddie().post(INSIGHTS + "/{id}/approve", id).then().statusCode(200);

        // When
        eddie().post(INSIGHTS + "/{id}/publish", id).then().statusCode(200);

        // Then
        assertThat(meanwhile).isEqualTo(old);
        assertThat(page(id).getString("slug")).isEqualTo(old + "-new");
        assertThat(kept.texts("select slug as text from slug where insight_id = ?::uuid and was_public", id))
                .containsExactlyInAnyOrder(old, old + "-new");
        ana().body(with(text(), "slug", old)).post(INSIGHTS).then().statusCode(409);
    }

    @Test
    void anArchivedInsightIsOutOfSightAndComesBackWithdrawn() {
        // Given
        String id = published(text());

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/archive", id).then();

        // Then
        answer.statusCode(200).body("state", is("ARCHIVED"));
        assertThat(isLive(id)).isFalse();
        ana().post(INSIGHTS + "/{id}/restore", id).then().statusCode(200).body("state", is("WITHDRAWN"));
    }

    @Test
    void anAnalystArchivesOwnDraftsAndNothingThatReadersSee() {
        // Given
        String draft = draft();
        String published = published(text());

        // When
        int own = ana().post(INSIGHTS + "/{id}/archive", draft).statusCode();
        int seen = ana().post(INSIGHTS + "/{id}/archive", published).statusCode();
        int others = ben().post(INSIGHTS + "/{id}/archive", draft()).statusCode();

        // Then
        assertThat(List.of(own, seen, others)).containsExactly(200, 403, 403);
        assertThat(state(draft)).isEqualTo("ARCHIVED");
        assertThat(state(published)).isEqualTo("PUBLISHED");
    }

    @Test
    void whatIsForClientsIsNeverPublic() {
        // Given
        String id = published(with(text(), "audience", "clients"));

        // When
        JsonPath page = page(id);

        // Then
        assertThat(page.getString("audience")).isEqualTo("clients");
        assertThat(kept.count(
                        "select count(*) as count from live where insight_id = ?::uuid and public_at is null", id))
                .isEqualTo(1);
    }

    @Test
    void anAnalystPublishesNothing() {
        // Given
        String id = approved(text());

        // When
        ValidatableResponse answer = ana().post(INSIGHTS + "/{id}/publish", id).then();

        // Then
        answer.statusCode(403).body("type", endsWith(":forbidden"));
    }

    private JsonPath page(String id) {
        return JsonPath.from(kept.text("select page as text from live where insight_id = ?::uuid", id)
                .orElseThrow());
    }

    private boolean isLive(String id) {
        return kept.count("select count(*) as count from live where insight_id = ?::uuid", id) > 0;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
