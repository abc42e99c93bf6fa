package com.zenithcapital.content.desk;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.ana;
import static com.zenithcapital.content.testing.Api.ben;
import static com.zenithcapital.content.testing.Api.draft;
import static com.zenithcapital.content.testing.Api.eddie;
import static com.zenithcapital.content.testing.Api.published;
import static com.zenithcapital.content.testing.Api.save;
import static com.zenithcapital.content.testing.Api.tag;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.content.testing.Api;
import com.zenithcapital.content.testing.Kept;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DeskResourceTest {

    @Inject
    Kept kept;

    @Test
    void anAnalystBeginsADraft() {
        // Given
        Map<String, Object> text = text();

        // When
        ValidatableResponse answer = ana().body(text).post(INSIGHTS).then();

        // Then
        String id = answer.statusCode(201)
                .header("ETag", "\"1-1\"")
                .body("state", is("DRAFT"))
                .body("review", is("DRAFT"))
                .body("revision", is(1))
                .body("title", is(text.get("title")))
                .body("tags", contains("Autos", "EV"))
                .body("targetPrice.currency", is("USD"))
                .body("language", is("en"))
                .body("audience", is("public"))
                .body("html", containsString("<strong>more</strong>"))
                .body("publishedAt", nullValue())
                .body("createdBy.id", is(Tokens.idOf("ana")))
                .extract()
                .path("id");
        answer.header("Location", INSIGHTS + "/" + id);
        assertThat(kept.facts(id)).containsExactly("zenith.content.insight-created.v1");
        assertThat(kept.audit(id)).containsExactly("created");
    }

    @Test
    void aDraftGoesToTheTrashAndComesBack() {
        // Given
        String id = draft();

        // When
        ana().header("If-Match", tag(id)).delete(INSIGHTS + "/{id}", id).then().statusCode(204);

        // Then
        Api.get(id).statusCode(404);
        ana().get(INSIGHTS + "?trash=true&limit=100").then().body("items.id", hasItem(id));
        ana().get(INSIGHTS + "?limit=100").then().body("items.id", not(hasItem(id)));
        ana().post(INSIGHTS + "/{id}/restore", id).then().statusCode(200).body("state", is("DRAFT"));
        assertThat(kept.audit(id)).containsExactly("created", "deleted", "restored");
    }

    @Test
    void aDeleteOfSomethingElseThanWasSeenIsRefused() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        String seen = tag(id);
        save(id, with(text, "summary", "Newer")).statusCode(200);

        // When
        ValidatableResponse answer =
                ana().header("If-Match", seen).delete(INSIGHTS + "/{id}", id).then();

        // Then
        answer.statusCode(412);
        ana().delete(INSIGHTS + "/{id}", id).then().statusCode(428);
        Api.get(id).statusCode(200);
    }

    @Test
    void whatReadersSeeIsNotDeleted() {
        // Given
        String id = published(text());

        // When
        ValidatableResponse answer = eddie().header("If-Match", tag(id))
                .delete(INSIGHTS + "/{id}", id)
                .then();

        // Then
        answer.statusCode(409).body("type", endsWith(":wrong-state"));
    }

    @Test
    void anAnalystChangesOwnInsightsAndThoseTheyCoEdit() {
        // Given
        Map<String, Object> text = text();
        String own = draft(text);
        Map<String, Object> shared = with(text(), "coEditors", List.of(Tokens.idOf("ben")));
        String joint = draft(shared);

        // When
        int refused = ben().header("If-Match", tag(own))
                .body(text)
                .put(INSIGHTS + "/{id}", own)
                .statusCode();
        int taken = ben().header("If-Match", tag(joint))
                .body(with(text(), "title", "By ben"))
                .put(INSIGHTS + "/{id}", joint)
                .statusCode();

        // Then
        assertThat(refused).isEqualTo(403);
        assertThat(taken).isEqualTo(200);
        Api.get(joint).body("coEditors", contains(Tokens.idOf("ben")));
    }

    @Test
    void aSlugThatAnotherHasIsAConflict() {
        // Given
        String slug = Api.slug(draft());

        // When
        ValidatableResponse answer =
                ana().body(with(text(), "slug", slug)).post(INSIGHTS).then();

        // Then
        answer.statusCode(409).body("type", endsWith(":slug-taken")).body("errors[0].pointer", is("/slug"));
    }

    @Test
    void aSlugThatNoReaderSawIsFreeAgain() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        String slug = Api.slug(id);
        save(id, with(text, "slug", slug + "-b")).statusCode(200);

        // When
        ValidatableResponse answer =
                ana().body(with(text(), "slug", slug)).post(INSIGHTS).then();

        // Then
        answer.statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"summary":"no title"}                                             | /title
                    {"title":"   "}                                                    | /title
                    {"title":"two\\nlines"}                                            | /title
                    {"title":"t","body":"nul \\u0000"}                                 | /body
                    {"title":"t","slug":"Not A Slug"}                                  | /slug
                    {"title":"t","tags":["ok",""]}                                     | /tags/1
                    {"title":"t","tags":[null]}                                        | /tags/0
                    {"title":"t","tags":[" blank "]}                                   | /tags/0
                    {"title":"t","ticker":"rivn"}                                      | /ticker
                    {"title":"t","targetPrice":{"amount":-1,"currency":"USD"}}         | /targetPrice/amount
                    {"title":"t","targetPrice":{"amount":1.123456,"currency":"USD"}}   | /targetPrice/amount
                    {"title":"t","targetPrice":{"amount":1,"currency":"DOLLARS"}}      | /targetPrice/currency
                    {"title":"t","targetPrice":{"amount":1}}                           | /targetPrice/currency
                    {"title":"t","targetPrice":{"amount":"1","currency":"USD"}}        | /targetPrice/amount
                    {"title":"t","language":"English"}                                 | /language
                    {"title":"t","audience":"friends"}                                 | /audience
                    {"title":"t","models":["No Slug"]}                                 | /models/0
                    {"title":"t","heroImage":{"url":"javascript:alert(1)"}}            | /heroImage/url
                    {"title":"t","seo":{"canonicalUrl":"http://a.example"}}            | /seo/canonicalUrl
                    {"title":"t","coEditors":["a b"]}                                  | /coEditors/0
                    {"title":"t","state":"PUBLISHED"}                                  | /state
                    {"title":5}                                                        | /title
                    """)
    void badInputIsToldWhereItIs(String body, String pointer) {
        // When
        ValidatableResponse answer = ana().body(body).post(INSIGHTS).then();

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith(":invalid-request"))
                .body("errors[0].pointer", is(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "title, 201, 200 characters",
        "summary, 601, 600 characters",
        "body, 200001, 200000 characters",
        "issuer, 121, 120 characters",
        "rating, 31, 30 characters",
        "note, 501, 500 characters"
    })
    void aTextThatIsTooLongIsToldTheLimit(String field, int length, String limit) {
        // Given
        Map<String, Object> text = with(new HashMap<>(Map.of("title", "t")), field, "x".repeat(length));

        // When
        ValidatableResponse answer = ana().body(text).post(INSIGHTS).then();

        // Then
        answer.statusCode(400)
                .body("errors[0].pointer", is("/" + field))
                .body("errors[0].detail", containsString(limit));
    }

    @ParameterizedTest
    @CsvSource({
        "state=LOST, query:state",
        "mine=maybe, query:mine",
        "limit=0, query:limit",
        "limit=101, query:limit",
        "cursor=xyz, query:cursor"
    })
    void aListThatIsNoneIsRefused(String query, String pointer) {
        // When
        ValidatableResponse answer = ana().get(INSIGHTS + "?" + query).then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", is(pointer));
    }

    @Test
    void theListIsPagedByChange() {
        // Given
        String first = draft();
        String second = draft();

        // When
        ValidatableResponse page =
                ana().get(INSIGHTS + "?limit=1&state=DRAFT&mine=true").then();

        // Then
        String next = page.statusCode(200)
                .body("items.id", contains(second))
                .extract()
                .path("next");
        ana().get(INSIGHTS + "?limit=1&state=DRAFT&mine=true&cursor=" + next)
                .then()
                .body("items.id", contains(first));
    }

    @Test
    void anInsightThatIsSeenAlreadyIsNotSentAgain() {
        // Given
        String id = draft();

        // When
        ValidatableResponse answer = ana().header("If-None-Match", tag(id))
                .get(INSIGHTS + "/{id}", id)
                .then();

        // Then
        answer.statusCode(304).header("ETag", "\"1-1\"");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        // Given
        UUID nobody = UUID.randomUUID();

        // When
        ValidatableResponse answer = ana().get(INSIGHTS + "/{id}", nobody).then();

        // Then
        answer.statusCode(404).body("type", endsWith(":not-found"));
        ana().get(INSIGHTS + "/{id}/revisions", nobody).then().statusCode(404);
        ana().get(INSIGHTS + "/{id}/revisions/9", draft()).then().statusCode(404);
        ana().post(INSIGHTS + "/{id}/submit", nobody).then().statusCode(404);
        eddie().post(INSIGHTS + "/{id}/publish", nobody).then().statusCode(404);
    }
}
