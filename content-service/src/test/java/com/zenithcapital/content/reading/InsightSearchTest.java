package com.zenithcapital.content.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.content.testing.LiveInsight;
import com.zenithcapital.content.testing.LiveRows;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "content"))
@WithTestResource(TokenResource.class)
class InsightSearchTest {

    private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
    private static final String INSIGHTS = "/api/v1/insights";

    @Inject
    DataSource database;

    @BeforeEach
    void clear() {
        LiveRows.clear(database);
    }

    @Test
    void aTitleCountsMoreThanABody() {
        // Given
        insight("body", 2).saying("Something about dividends, and more.").publish(database);
        insight("title", 1).titled("Dividends of banks").publish(database);
        insight("neither", 3).publish(database);

        // When
        ValidatableResponse answer = search("dividend");

        // Then
        answer.statusCode(200).body("items.slug", contains("title", "body")).body("corrected", nullValue());
    }

    @Test
    void hitsAreMarkedAndTheRestIsEscaped() {
        // Given
        insight("a", 1)
                .titled("Is 5 < 6? Dividends & \"banks\"")
                .saying("Dividends grew.")
                .publish(database);

        // When
        ValidatableResponse answer = search("dividends");

        // Then
        answer.body("items[0].excerpt", containsString("<mark>Dividends</mark>"))
                .body("items[0].excerpt", containsString("&amp; &quot;banks&quot;"));
    }

    @Test
    void accentsLigaturesAndCaseDoNotCount() {
        // Given
        insight("a", 1).titled("Société Générale ﬁles").publish(database);

        // When
        ValidatableResponse answer = search("SOCIETE générale files");

        // Then
        answer.body("items.slug", contains("a")).body("corrected", nullValue());
    }

    @Test
    void phrasesAlternativesAndExclusionsAreUnderstood() {
        // Given
        insight("a", 1).saying("We read the central bank policy again").publish(database);
        insight("b", 2).saying("Here is a policy of the bank again").publish(database);
        insight("c", 3).saying("copper mines").publish(database);

        // When
        ValidatableResponse phrase = search("\"bank policy\"");
        ValidatableResponse either = search("copper or central");
        ValidatableResponse without = search("policy -central");

        // Then
        phrase.body("items.slug", contains("a"));
        either.body("items.slug", containsInAnyOrder("a", "c"));
        without.body("items.slug", contains("b"));
    }

    @Test
    void aMistypedWordStandsForThoseLikeIt() {
        // Given
        insight("a", 1).titled("Google grows").publish(database);
        insight("b", 2).titled("Copper falls").publish(database);

        // When
        ValidatableResponse answer = search("goggle growth");

        // Then
        answer.statusCode(200).body("items.slug", contains("a")).body("corrected.goggle", hasItem("google"));
    }

    @Test
    void whatClientsAloneMayReadDoesNotDecideWhatAVisitorMeant() {
        // Given
        insight("a", 1).titled("Volkswagen grows").publish(database);
        insight("b", 2).titled("Volkswagon, a code name").forClients().publish(database);

        // When
        ValidatableResponse answer = search("volkswagon");

        // Then
        answer.statusCode(200).body("items.slug", contains("a")).body("corrected.volkswagon", hasItem("volkswagen"));
    }

    @Test
    void filtersNarrowASearch() {
        // Given
        insight("a", 1).titled("Copper now").tagged("Metals").by("Ana Example").publish(database);
        insight("b", 2).titled("Copper then").tagged("Metals").by("Bo Other").publish(database);
        insight("c", 3).titled("Copper ever").by("Ana Example").publish(database);

        // When
        ValidatableResponse answer = given().queryParam("q", "copper")
                .queryParam("tag", "metals")
                .queryParam("author", "Ana Example")
                .queryParam("since", "2026-01-01T00:00:00Z")
                .queryParam("fields", "slug,excerpt")
                .when()
                .get(INSIGHTS)
                .then();

        // Then
        answer.statusCode(200)
                .body("items.slug", contains("a"))
                .body("items[0].keySet()", containsInAnyOrder("slug", "excerpt"));
    }

    @Test
    void visitorsDoNotFindWhatIsForClients() {
        // Given
        insight("open", 1).titled("Copper").publish(database);
        insight("gated", 2).titled("Copper").forClients().publish(database);

        // When
        ValidatableResponse visitor = search("copper");
        ValidatableResponse client = given().auth()
                .oauth2(Tokens.of("rhea", "reader"))
                .queryParam("q", "copper")
                .when()
                .get(INSIGHTS)
                .then();

        // Then
        visitor.body("items.slug", contains("open"));
        client.body("items.slug", hasItems("open", "gated"));
    }

    @Test
    void whatIsPublishedMeanwhileDoesNotShiftThePages() {
        // Given
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            insight("n" + i, i).titled("Copper").publish(database);
            all.add("n" + i);
        }
        List<String> seen = new ArrayList<>();
        JsonPath page = search("copper&limit=4").extract().jsonPath();
        seen.addAll(page.getList("items.slug"));

        // When
        while (page.getString("next") != null) {
            LiveInsight.named("later" + seen.size(), Instant.now())
                    .titled("Copper copper copper")
                    .publish(database);
            page = search("copper&limit=4&cursor=" + page.getString("next"))
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.slug"));
        }

        // Then
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void wordsThatSayNothingFindNothing() {
        // Given
        insight("a", 1).publish(database);

        // When
        ValidatableResponse answer = search("--");

        // Then
        answer.statusCode(200).body("items", is(List.of()));
    }

    private static ValidatableResponse search(String query) {
        return given().urlEncodingEnabled(false)
                .when()
                .get(INSIGHTS + "?q=" + query.replace(" ", "%20").replace("\"", "%22"))
                .then();
    }

    private static LiveInsight insight(String slug, int minute) {
        return LiveInsight.named(slug, START.plusSeconds(minute * 60L));
    }
}
