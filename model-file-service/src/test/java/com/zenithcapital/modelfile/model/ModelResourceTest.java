package com.zenithcapital.modelfile.model;

import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.as;
import static com.zenithcapital.modelfile.testing.Api.createModel;
import static com.zenithcapital.modelfile.testing.Api.eddie;
import static com.zenithcapital.modelfile.testing.Api.visitor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ModelResourceTest {

    private static final String MODELS = "/api/v1/admin/models";

    @Test
    void aSlugOfAnyLengthIsRefusedAndBreaksNothing() {
        ValidatableResponse answer = post(Map.of("title", "Long", "slug", "a-".repeat(5_000) + "a"));

        answer.statusCode(400).body("errors[0].pointer", is("/slug"));
    }

    @Test
    void anAnalystCreatesAModel() {
        String slug = "lithium-" + UUID.randomUUID();

        ValidatableResponse answer = post(Map.of(
                "title",
                "  Lithium ",
                "summary",
                "Supply.\nDemand.",
                "slug",
                slug,
                "tags",
                List.of("metals", "metals")));

        String id = answer.statusCode(201)
                .header("ETag", "\"0\"")
                .body("slug", is(slug))
                .body("title", is("Lithium"))
                .body("summary", is("Supply.\nDemand."))
                .body("tags", contains("metals"))
                .body("latestVersion", nullValue())
                .body("createdBy", is(Tokens.idOf("ana")))
                .extract()
                .path("id");
        answer.header("Location", MODELS + "/" + id);
    }

    @Test
    void aSlugIsMadeOfTheTitleAndNumberedWhileItIsTaken() {
        String title = "Copper " + UUID.randomUUID();
        String first = createModel(title).getString("slug");

        ValidatableResponse second = post(Map.of("title", title));

        assertThat(first).startsWith("copper-");
        second.statusCode(201).body("slug", is(first + "-2"));
    }

    @Test
    void aTakenSlugThatWasAskedForIsAConflict() {
        String slug = createModel("Zinc " + UUID.randomUUID()).getString("slug");

        ValidatableResponse answer = post(Map.of("title", "Other", "slug", slug));

        answer.statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith(":slug-taken"))
                .body("errors[0].pointer", is("/slug"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"summary":"no title"}                     | 400 | invalid-request | /title
                    {"title":"   "}                            | 400 | invalid-request | /title
                    {"title":" \\u2003\\u00a0\\u3000 "}         | 400 | invalid-request | /title
                    {"title":"two\\nlines"}                    | 400 | invalid-request | /title
                    {"title":"t","summary":"nul \\u0000"}      | 400 | invalid-request | /summary
                    {"title":"t","slug":"Not A Slug"}          | 400 | invalid-request | /slug
                    {"title":"t","tags":["ok",""]}             | 400 | invalid-request | /tags/1
                    {"title":"t","tags":[null]}                | 400 | invalid-request | /tags/0
                    {"title":"t","owner":"me"}                 | 400 | invalid-request | /owner
                    """)
    void badInputIsToldWhereItIs(String body, int status, String slug, String pointer) {
        ana().contentType("application/json")
                .body(body)
                .post(MODELS)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith(":" + slug))
                .body("errors[0].pointer", is(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"title":      | 400 | malformed-json
                    ``             | 400 | invalid-request
                    """)
    void aBodyThatIsNoObjectIsRefused(String body, int status, String slug) {
        ana().contentType("application/json")
                .body(body)
                .post(MODELS)
                .then()
                .statusCode(status)
                .body("type", endsWith(":" + slug));
    }

    @Test
    void aBodyOfMoreThanAMebibyteIsRefusedWhateverItsFraming() {
        String large = "{\"title\":\"%s\"}".formatted("t".repeat(1024 * 1024));

        ValidatableResponse answer =
                ana().contentType("application/json").body(large).post(MODELS).then();

        answer.statusCode(413).body("type", endsWith(":payload-too-large"));
    }

    @Test
    void anybodyElseIsRefused() {
        Map<String, String> body = Map.of("title", "Mine");

        visitor()
                .contentType("application/json")
                .body(body)
                .post(MODELS)
                .then()
                .statusCode(401)
                .body("type", endsWith(":unauthenticated"));
        given().header("Authorization", "Bearer " + Tokens.expired("ana", "analyst"))
                .contentType("application/json")
                .body(body)
                .post(MODELS)
                .then()
                .statusCode(401)
                .body("type", endsWith(":unauthenticated"));
        as("rhea", "reader")
                .contentType("application/json")
                .body(body)
                .post(MODELS)
                .then()
                .statusCode(403)
                .body("type", endsWith(":forbidden"));
        eddie().contentType("application/json").body(body).post(MODELS).then().statusCode(403);
    }

    @Test
    void aChangeNeedsTheRevisionThatWasSeen() {
        String path = MODELS + "/" + createModel();

        put(path, null, "Changed").statusCode(428).body("type", endsWith(":precondition-required"));
        put(path, "\"7\"", "Changed")
                .statusCode(412)
                .body("type", endsWith(":precondition-failed"))
                .body("detail", startsWith("The model was changed at "));
        put(path, "*", "Changed").statusCode(412);
        put(path, "\"0\"", "Changed")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", is("Changed"))
                .body("tags.size()", is(0));
        ana().get(path).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void anOmittedSlugStaysAndATakenOneIsAConflict() {
        JsonPath taken = createModel("Taken " + UUID.randomUUID());
        JsonPath model = createModel("Other " + UUID.randomUUID());
        String path = MODELS + "/" + model.getString("id");

        put(path, "\"0\"", "New title").statusCode(200).body("slug", is(model.getString("slug")));
        ana().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(Map.of("title", "x", "slug", taken.getString("slug")))
                .put(path)
                .then()
                .statusCode(409)
                .body("type", endsWith(":slug-taken"));
    }

    @Test
    void aModelIsChangedByWhoMadeItOrAnEditor() {
        String path = MODELS + "/" + createModel();

        as("otto", "analyst")
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "Mine now"))
                .put(path)
                .then()
                .statusCode(403)
                .body("type", endsWith(":not-your-model"));
        eddie().contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "Edited"))
                .put(path)
                .then()
                .statusCode(200)
                .body("updatedBy", is(Tokens.idOf("eddie")));
    }

    @Test
    void theListGoesThroughAllModelsFromTheNewest() {
        List<String> made = IntStream.range(0, 5).mapToObj(i -> createModel()).toList();

        List<String> listed = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = (cursor == null ? ana() : ana().queryParam("cursor", cursor))
                    .queryParam("limit", 2)
                    .get(MODELS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(listed).doesNotHaveDuplicates().containsSubsequence(made.reversed());
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 101", "limit, many", "cursor, garbage"})
    void aBadPageIsRefusedAndNotGuessed(String parameter, String value) {
        ana().queryParam(parameter, value)
                .get(MODELS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("query:" + parameter));
    }

    @Test
    void anUnknownModelIsNotFound() {
        ana().get(MODELS + "/" + UUID.randomUUID()).then().statusCode(404).body("type", endsWith(":not-found"));
        ana().get(MODELS + "/" + UUID.randomUUID() + "/versions").then().statusCode(404);
    }

    private static ValidatableResponse post(Map<String, ?> body) {
        return ana().contentType("application/json").body(body).post(MODELS).then();
    }

    private static ValidatableResponse put(String path, @Nullable String ifMatch, String title) {
        return (ifMatch == null ? ana() : ana().header("If-Match", ifMatch))
                .contentType("application/json")
                .body(Map.of("title", title))
                .put(path)
                .then();
    }
}
