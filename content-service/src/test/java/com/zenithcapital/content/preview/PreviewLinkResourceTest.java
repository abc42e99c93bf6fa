package com.zenithcapital.content.preview;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.ana;
import static com.zenithcapital.content.testing.Api.as;
import static com.zenithcapital.content.testing.Api.draft;
import static com.zenithcapital.content.testing.Api.eddie;
import static com.zenithcapital.content.testing.Api.save;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.visitor;
import static com.zenithcapital.content.testing.Api.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.content.testing.Kept;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links as those see them who make them. */
@QuarkusTest
class PreviewLinkResourceTest {

    private static final String LINKS = INSIGHTS + "/{id}/preview-links";

    @Inject
    Kept kept;

    @Inject
    PreviewConfig config;

    @Test
    void aLinkIsMadeForTheNewestRevisionAndThreeDays() {
        // Given
        String id = draft();
        save(id, with(text(), "summary", "Second thoughts.")).statusCode(200);

        // When
        ValidatableResponse answer = ana().post(LINKS, id).then();

        // Then
        JsonPath link = answer.statusCode(201)
                .header("Location", containsString(INSIGHTS + "/" + id + "/preview-links/"))
                .body("revision", is(2))
                .body("url", containsString("http://127.0.0.1:8080/api/v1/previews/"))
                .body("madeBy.id", is(Tokens.idOf("ana")))
                .body("uses", is(0))
                .body("revokedAt", nullValue())
                .extract()
                .jsonPath();
        assertThat(Duration.between(time(link, "madeAt"), time(link, "expiresAt")))
                .isEqualTo(Duration.ofDays(3));
        assertThat(kept.audit(id)).last().isEqualTo("preview-made");
    }

    @Test
    void aLinkIsTakenBackOnceHoweverOftenThatIsAsked() {
        // Given
        String id = draft();
        JsonPath link = made(id, "{}");
        revoke(ana(), id, link).statusCode(204);

        // When
        ValidatableResponse answer = revoke(eddie(), id, link);

        // Then
        answer.statusCode(204);
        assertThat(kept.audit(id)).filteredOn("preview-revoked"::equals).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ana, analyst, 201, 200, 204",
        "cora, analyst, 201, 200, 204",
        "ben, analyst, 403, 403, 403",
        "eddie, editor, 201, 200, 204",
        "rhea, reader, 403, 403, 403",
        "adam, admin, 403, 403, 403",
        // Neither role contains the other, but who wrote it need not be an analyst any more: an editor is enough.
        "ben, editor, 201, 200, 204"
    })
    void linksAreForWhoWritesAndForEditors(String user, String role, int made, int listed, int revoked) {
        // Given
        String id = draft();
        kept.change("update insight set co_editors = ? where id = ?::uuid", List.of(Tokens.idOf("cora")), id);
        JsonPath link = made(id, "{}");

        // When
        List<Integer> answers = List.of(
                as(user, role).post(LINKS, id).statusCode(),
                as(user, role).get(LINKS, id).statusCode(),
                revoke(as(user, role), id, link).extract().statusCode());

        // Then
        assertThat(answers).containsExactly(made, listed, revoked);
        assertThat(kept.count(
                        "select count(*) as count from preview_link where id = ?::uuid and revoked_at is not null",
                        link.getString("id")))
                .isEqualTo(revoked == 204 ? 1 : 0);
    }

    @Test
    void aVisitorMakesNoLinks() {
        // Given
        String id = draft();

        // When
        ValidatableResponse answer = visitor().post(LINKS, id).then();

        // Then
        answer.statusCode(401);
    }

    @Test
    void aLinkIsFoundUnderItsOwnInsightOnly() {
        // Given
        JsonPath link = made(draft(), "{}");

        // When
        ValidatableResponse answer = revoke(ana(), draft(), link);

        // Then
        answer.statusCode(404);
        open(link).statusCode(200);
    }

    @Test
    void linksAreListedTheNewestFirst() {
        // Given
        String id = draft();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.addFirst(made(id, "{}").getString("url"));
        }

        // When
        JsonPath first = ana().queryParam("limit", 2)
                .get(LINKS, id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(first.getList("items.url")).isEqualTo(made.subList(0, 2));
        ana().queryParam("cursor", first.getString("next"))
                .get(LINKS, id)
                .then()
                .body("items.url", is(made.subList(2, 3)))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"revision\": 0}       | /revision",
                "{\"revision\": 2}       | /revision",
                "{\"revision\": \"1\"}   | /revision",
                "{\"validForHours\": 0}  | /validForHours",
                "{\"validForHours\": 721}| /validForHours",
                "{\"validForHours\": 1.5}| /validForHours",
                "{\"days\": 1}           | /days"
            })
    void whatCannotBeMadeIsRefusedWithItsPlace(String body, String pointer) {
        // Given
        String id = draft();

        // When
        ValidatableResponse answer =
                ana().contentType(ContentType.JSON).body(body).post(LINKS, id).then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", is(pointer));
        ana().get(LINKS, id).then().body("items.size()", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "cursor=garbage"})
    void aBadPageIsRefused(String query) {
        // Given
        String id = draft();

        // When
        ValidatableResponse answer = ana().get(LINKS + "?" + query, id).then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", is("query:" + query.replaceFirst("=.*", "")));
    }

    @Test
    void anInsightThatIsNotThereHasNoLinks() {
        // When
        ValidatableResponse answer = eddie().post(LINKS, UUID.randomUUID()).then();

        // Then
        answer.statusCode(404).body("detail", not(containsString("revision")));
    }

    private static JsonPath made(String id, String body) {
        return ana().body(body).post(LINKS, id).then().statusCode(201).extract().jsonPath();
    }

    private static ValidatableResponse revoke(RequestSpecification request, String id, JsonPath link) {
        return request.delete(LINKS + "/" + link.getString("id"), id).then();
    }

    private static ValidatableResponse open(JsonPath link) {
        return visitor().get(PreviewLinks.PATH + token(link)).then();
    }

    private static String token(JsonPath link) {
        return URI.create(link.getString("url")).getPath().substring(PreviewLinks.PATH.length());
    }

    private static Instant time(JsonPath link, String name) {
        return Instant.parse(link.getString(name));
    }
}
