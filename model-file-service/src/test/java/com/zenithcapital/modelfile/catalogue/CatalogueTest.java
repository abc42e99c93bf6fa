package com.zenithcapital.modelfile.catalogue;

import static com.zenithcapital.modelfile.testing.Api.rhea;
import static com.zenithcapital.modelfile.testing.Api.settled;
import static com.zenithcapital.modelfile.testing.Api.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Workbooks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may see, and what nobody may. */
@QuarkusTest
class CatalogueTest {

    private static final String MODELS = "/api/v1/models";

    @Test
    void aPublishedModelIsShownWithItsVersions() {
        Uploaded version = Api.published();

        visitor()
                .get(MODELS + "/" + version.slug())
                .then()
                .statusCode(200)
                .body("slug", is(version.slug()))
                .body("latestVersion", is(1))
                .body("publishedAt", notNullValue())
                .body("createdBy", nullValue());
        visitor()
                .get(version.publicPath())
                .then()
                .statusCode(200)
                .body("filename", is("model.xlsx"))
                .body("size", is(200))
                .body("sha256.length()", is(64));
    }

    @Test
    void whatIsAcceptedAndNotPublishedIsNotFound() {
        Uploaded version = Api.accepted();

        for (String path : List.of(
                MODELS + "/" + version.slug(),
                MODELS + "/" + version.slug() + "/versions",
                version.publicPath(),
                version.publicPath() + "/sheets",
                version.publicPath() + "/sheets/0/rows")) {
            visitor().get(path).then().statusCode(404).body("type", endsWith(":not-found"));
            rhea().get(path).then().statusCode(404);
        }
        assertThat(visitor().get(MODELS).jsonPath().getList("items.slug")).doesNotContain(version.slug());
    }

    @Test
    void theListGoesThroughPublishedModelsFromTheNewest() {
        List<String> published =
                IntStream.range(0, 3).mapToObj(i -> Api.published().slug()).toList();

        List<String> listed = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = (cursor == null ? visitor() : visitor().queryParam("cursor", cursor))
                    .queryParam("limit", 2)
                    .get(MODELS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.slug", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(listed).doesNotHaveDuplicates().containsSubsequence(published.reversed());
    }

    @Test
    void versionsAreListedFromTheNewestInPages() {
        JsonPath model = Api.createModel("Three versions " + UUID.randomUUID());
        for (int i = 0; i < 3; i++) {
            Uploaded version = Api.upload(model, Workbooks.accepted());
            settled(version.job());
            Api.publish(version);
        }
        String versions = MODELS + "/" + model.getString("slug") + "/versions";

        JsonPath first = visitor()
                .queryParam("limit", 2)
                .get(versions)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(first.getList("items.version", Integer.class)).containsExactly(3, 2);
        visitor()
                .queryParam("limit", 2)
                .queryParam("cursor", first.getString("next"))
                .get(versions)
                .then()
                .body("items.version", contains(1))
                .body("next", nullValue());
    }

    @Test
    void onlyVisibleSheetsAreShown() {
        Uploaded version = Api.published();

        visitor()
                .get(version.publicPath() + "/sheets")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].index", is(0))
                .body("items[0].name", is("Inputs"))
                .body("items[0].cells", is(90));
        rhea().get(version.publicPath() + "/sheets/1/rows").then().statusCode(404);
        visitor().get(version.publicPath() + "/sheets/7/rows").then().statusCode(404);
        visitor().get(version.publicPath() + "/sheets/-1/rows").then().statusCode(404);
    }

    @Test
    void aVisitorSeesTwentyRowsAndAClientAll() {
        String rows = Api.published().publicPath() + "/sheets/0/rows";

        visitor()
                .get(rows)
                .then()
                .statusCode(200)
                .header("Vary", notNullValue())
                .body("name", is("Inputs"))
                .body("rows", hasSize(20))
                .body("rows[0].row", is(1))
                .body("rows[0].cells", contains("r1", null, "<b>&"));
        rhea().get(rows).then().statusCode(200).body("rows", hasSize(30)).body("rows[29].cells", contains("last"));
        rhea().queryParam("limit", 25).get(rows).then().statusCode(200).body("rows", hasSize(25));
    }

    @Test
    void mergedCellsAreToldWithTheRowsTheyReachInto() {
        String rows = Api.published().publicPath() + "/sheets/0/rows";

        visitor().get(rows).then().statusCode(200).body("merges", contains("A1:B2", "C19:C23"));
        visitor().queryParam("limit", 10).get(rows).then().body("merges", contains("A1:B2"));
        rhea().get(rows).then().body("merges", contains("A1:B2", "C19:C23", "B29:C40"));
        String second = rhea().queryParam("limit", 20).get(rows).jsonPath().getString("next");
        rhea().queryParam("cursor", second).get(rows).then().body("merges", contains("C19:C23", "B29:C40"));
        String past = rhea().queryParam("limit", 25).get(rows).jsonPath().getString("next");
        visitor().queryParam("cursor", past).get(rows).then().statusCode(200).body("merges", hasSize(0));
    }

    @Test
    void aPageOfRowsHasTheShapeThatIsDocumented() throws JsonProcessingException {
        String answer =
                rhea().get(Api.published().publicPath() + "/sheets/0/rows").asString();

        SheetRows page = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .readValue(answer, SheetRows.class);

        assertThat(page.range()).isEqualTo("A1:C30");
        assertThat(page.rows().getLast()).isEqualTo(new SheetRows.Row(30, List.of("last")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "21", "-1", "many", "1e3", "99999999999"})
    void aVisitorsLimitPastTwentyIsRefused(String limit) {
        visitor()
                .queryParam("limit", limit)
                .get(Api.published().publicPath() + "/sheets/0/rows")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("query:limit"));
    }

    @Test
    void rowsComeInPagesOfWhatTheCallerSees() {
        String rows = Api.published().publicPath() + "/sheets/0/rows";

        JsonPath first = rhea().queryParam("limit", 12).get(rows).jsonPath();
        JsonPath second = rhea().queryParam("limit", 12)
                .queryParam("cursor", first.getString("next"))
                .get(rows)
                .jsonPath();
        JsonPath third =
                rhea().queryParam("cursor", second.getString("next")).get(rows).jsonPath();

        assertThat(first.getList("rows.row", Integer.class)).containsExactlyElementsOf(upTo(1, 12));
        assertThat(second.getList("rows.row", Integer.class)).containsExactlyElementsOf(upTo(13, 24));
        assertThat(second.getString("name")).isEqualTo("Inputs");
        assertThat(third.getList("rows.row", Integer.class)).containsExactlyElementsOf(upTo(25, 30));
        assertThat(third.getString("next")).isNull();
    }

    @Test
    void aVisitorsPagesEndAtTwentyRows() {
        String rows = Api.published().publicPath() + "/sheets/0/rows";

        String next = visitor().queryParam("limit", 15).get(rows).jsonPath().getString("next");

        visitor()
                .queryParam("cursor", next)
                .get(rows)
                .then()
                .statusCode(200)
                .body("rows.row", contains(16, 17, 18, 19, 20))
                .body("next", nullValue());
        visitor().get(rows).then().body("rows", hasSize(20)).body("next", nullValue());
        String past = rhea().queryParam("limit", 25).get(rows).jsonPath().getString("next");
        visitor().queryParam("cursor", past).get(rows).then().statusCode(200).body("rows", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "AQAMbW9kZWxzLWJ5LXB1"})
    void aCursorOfAnotherListIsRefused(String cursor) {
        visitor()
                .queryParam("cursor", cursor)
                .get(Api.published().publicPath() + "/sheets/0/rows")
                .then()
                .statusCode(400)
                .body("type", endsWith(":invalid-cursor"));
    }

    private static List<Integer> upTo(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void aClientsLimitEndsAtTwoHundred() {
        String rows = Api.published().publicPath() + "/sheets/0/rows";

        rhea().queryParam("limit", 200).get(rows).then().statusCode(200);
        rhea().queryParam("limit", 201).get(rows).then().statusCode(400);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        Uploaded version = Api.published();
        for (String path : List.of(
                MODELS + "/" + version.slug(),
                MODELS + "/" + version.slug() + "/versions",
                version.publicPath(),
                version.publicPath() + "/sheets",
                version.publicPath() + "/sheets/0/rows")) {
            String tag = visitor().get(path).then().statusCode(200).extract().header("ETag");

            Response again = visitor().header("If-None-Match", tag).get(path);

            again.then().statusCode(304).header("ETag", is(tag));
            assertThat(again.asByteArray()).isEmpty();
            visitor()
                    .header("If-None-Match", "\"other\", " + tag)
                    .get(path)
                    .then()
                    .statusCode(304);
            visitor().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not%20a%20slug", "..", "no-such-model"})
    void anUnknownSlugIsNotFound(String slug) {
        visitor()
                .urlEncodingEnabled(false)
                .get(MODELS + "/" + slug + "/versions/1")
                .then()
                .statusCode(404);
    }

    @Test
    void whatTheDatabaseCannotHoldIsNoFaultOfOurs() {
        visitor()
                .urlEncodingEnabled(false)
                .get("/api/v1/models/a%00b")
                .then()
                .statusCode(400)
                .body("type", is("urn:zenith:problem:invalid-request"));
    }
}
