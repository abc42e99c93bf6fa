package com.zenithcapital.content.preview;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.ana;
import static com.zenithcapital.content.testing.Api.draft;
import static com.zenithcapital.content.testing.Api.save;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.visitor;
import static com.zenithcapital.content.testing.Api.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.content.testing.Kept;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreviewResourceTest {

    private static final String LINKS = INSIGHTS + "/{id}/preview-links";

    @Inject
    Kept kept;

    @Inject
    PreviewConfig config;

    @Test
    void aLinkLeadsThroughTheGateway() {
        // When
        String url = config.baseUrl();

        // Then
        assertThat(url).isEqualTo("http://127.0.0.1:8080");
    }

    @Test
    void whoHasNoAccountSeesTheRevisionAndNoIndexDoes() {
        // Given
        Map<String, Object> text = text();
        JsonPath link = made(draft(text), "{}");

        // When
        ValidatableResponse answer = open(link);

        // Then
        answer.statusCode(200)
                .header("X-Robots-Tag", is("noindex, nofollow, noarchive"))
                .header("Cache-Control", is("private, no-store"))
                .header("Referrer-Policy", is("no-referrer"))
                .header("ETag", nullValue())
                .body("preview", is(true))
                .body("title", is(text.get("title")))
                .body("html", containsString("<strong>more</strong>"))
                .body("outline[0].text", is("Deliveries"))
                .body("tags", is(List.of("Autos", "EV")))
                .body("revision", is(1))
                .body("expiresAt", is(link.getString("expiresAt")))
                .body("body", nullValue())
                .body("id", nullValue());
    }

    @Test
    void aLinkStaysAtItsRevision() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        JsonPath link = made(id, "{\"revision\": 1, \"validForHours\": 1}");
        save(id, with(text, "summary", "What nobody was shown.")).statusCode(200);

        // When
        ValidatableResponse answer = open(link);

        // Then
        answer.statusCode(200).body("revision", is(1)).body("summary", is(text.get("summary")));
    }

    @Test
    void everyVisitIsCounted() throws InterruptedException, ExecutionException {
        // Given
        String id = draft();
        JsonPath link = made(id, "{}");
        int visits = 50;

        // When
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService visitors = Executors.newFixedThreadPool(visits)) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < visits; i++) {
                asked.add(visitors.submit(() -> open(link).extract().statusCode()));
            }
            for (Future<Integer> answer : asked) {
                answers.add(answer.get());
            }
        }

        // Then
        assertThat(answers).hasSize(visits).containsOnly(200);
        ana().get(LINKS, id).then().body("items[0].uses", is(visits)).body("items[0].lastUsedAt", notNullValue());
    }

    @Test
    void aForgedTokenShowsNothingAndIsNotCounted() {
        // Given
        String id = draft();
        byte[] forged = Base64.getUrlDecoder().decode(token(made(id, "{}")));
        forged[19] ^= 3;

        // When
        ValidatableResponse answer = visitor()
                .get(PreviewLinks.PATH + Base64.getUrlEncoder().encodeToString(forged))
                .then();

        // Then
        answer.statusCode(404)
                .body("type", endsWith(":not-found"))
                .header("Cache-Control", is("private, no-store"))
                .header("X-Robots-Tag", containsString("noindex"));
        ana().get(LINKS, id).then().body("items[0].uses", is(0));
    }

    @Test
    void aTokenOfALinkThatWasNeverMadeShowsNothing() {
        // Given
        String garbage = "A".repeat(80);

        // When
        ValidatableResponse answer = visitor().get(PreviewLinks.PATH + garbage).then();

        // Then
        answer.statusCode(404).body("type", endsWith(":not-found"));
    }

    @Test
    void aLinkEndsByTheClockOfTheDatabase() {
        // Given
        JsonPath link = made(draft(), "{}");
        kept.change("update preview_link set expires_at = now() where id = ?::uuid", link.getString("id"));

        // When
        ValidatableResponse answer = open(link);

        // Then
        answer.statusCode(410)
                .body("type", is("urn:zenith:problem:preview-expired"))
                .header("Cache-Control", is("private, no-store"));
        assertThat(kept.count("select uses as count from preview_link where id = ?::uuid", link.getString("id")))
                .isZero();
    }

    @Test
    void aLinkThatWasTakenBackShowsNothing() {
        // Given
        String id = draft();
        JsonPath link = made(id, "{}");
        revoke(ana(), id, link).statusCode(204);

        // When
        ValidatableResponse answer = open(link);

        // Then
        answer.statusCode(410).body("type", is("urn:zenith:problem:preview-revoked"));
        ana().get(LINKS, id).then().body("items[0].revokedAt", notNullValue());
    }

    @Test
    void anInsightInTheTrashIsShownToNobody() {
        // Given
        String id = draft();
        JsonPath link = made(id, "{}");
        kept.change("update insight set deleted_at = now() where id = ?::uuid", id);

        // When
        ValidatableResponse answer = open(link);

        // Then
        answer.statusCode(404).body("type", endsWith(":not-found"));
        ana().get(LINKS, id).then().statusCode(404);
        ana().post(LINKS, id).then().statusCode(404);
    }

    @Test
    void everyInstanceSignsWithTheSameKey() {
        // Given
        made(draft(), "{}");
        String first = kept.text("select encode(secret, 'hex') as text from preview_key")
                .orElseThrow();

        // When
        made(draft(), "{}");

        // Then
        assertThat(kept.texts("select encode(secret, 'hex') as text from preview_key"))
                .containsExactly(first);
        assertThat(first).hasSize(64);
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
}
