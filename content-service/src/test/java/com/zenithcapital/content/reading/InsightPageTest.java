package com.zenithcapital.content.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.zenithcapital.content.testing.LiveInsight;
import com.zenithcapital.content.testing.LiveRows;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "content"))
@WithTestResource(TokenResource.class)
class InsightPageTest {

    private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
    private static final String INSIGHTS = "/api/v1/insights/";

    @Inject
    DataSource database;

    @BeforeEach
    void clear() {
        LiveRows.clear(database);
    }

    @Test
    void aPageIsGivenAsItWasPublished() {
        // Given
        LiveInsight insight = LiveInsight.named("rates", START).publish(database);

        // When
        ValidatableResponse answer = given().when().get(INSIGHTS + "rates").then();

        // Then
        answer.statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "public, max-age=1")
                .header("Vary", containsString("Accept-Encoding"))
                .header("ETag", notNullValue())
                .header("Last-Modified", notNullValue())
                .header("X-Robots-Tag", "noindex")
                .body(is(insight.page()));
    }

    @Test
    void whatIsForClientsIsNotThereForOthers() {
        // Given
        LiveInsight.named("gated", START).forClients().publish(database);

        // When
        ValidatableResponse visitor = given().when().get(INSIGHTS + "gated").then();
        ValidatableResponse analyst =
                as("ana", "analyst").when().get(INSIGHTS + "gated").then();
        ValidatableResponse client =
                as("rhea", "reader").when().get(INSIGHTS + "gated").then();

        // Then
        visitor.statusCode(404).body("type", is("urn:zenith:problem:not-found"));
        analyst.statusCode(404);
        client.statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization"));
    }

    @Test
    void everyAddressItEverHadLeadsToWhereItIs() {
        // Given
        LiveInsight first = LiveInsight.named("one", START).publish(database);
        first.at("two").publish(database);
        first.at("three").publish(database);
        first.at("two").publish(database);

        // When
        ValidatableResponse fromFirst = away(INSIGHTS + "one");
        ValidatableResponse fromThird = away(INSIGHTS + "three");
        ValidatableResponse itself = away(INSIGHTS + "two");

        // Then
        fromFirst.statusCode(301).header("Location", INSIGHTS + "two");
        fromThird.statusCode(301).header("Location", INSIGHTS + "two");
        itself.statusCode(200);
    }

    @Test
    void anOldAddressOfWhatIsForClientsIsNotThereForOthers() {
        // Given
        LiveInsight first = LiveInsight.named("old", START).forClients().publish(database);
        first.at("new").publish(database);

        // When
        ValidatableResponse visitor = away(INSIGHTS + "old");
        ValidatableResponse client = as("rhea", "reader")
                .redirects()
                .follow(false)
                .when()
                .get(INSIGHTS + "old")
                .then();

        // Then
        visitor.statusCode(404);
        client.statusCode(301).header("Location", INSIGHTS + "new");
    }

    @Test
    void anAddressThatReadersNeverSawLeadsNowhere() {
        // Given
        LiveInsight insight = LiveInsight.named("seen", START).publish(database);
        LiveRows.run(database, "insert into slug values ('draft', '%s', false)".formatted(insight.id()));

        // When
        ValidatableResponse answer = away(INSIGHTS + "draft");

        // Then
        answer.statusCode(404);
    }

    @Test
    void whatWasWithdrawnIsGoneAndSaysWhy() {
        // Given
        LiveInsight insight = LiveInsight.named("wrong", START).publish(database);
        insight.at("still-wrong").publish(database);
        given().get(INSIGHTS + "still-wrong").then().statusCode(200);
        insight.withdraw(database, "The numbers were another year's.");

        // When
        ValidatableResponse answer = Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .until(
                        () -> given().when().get(INSIGHTS + "still-wrong").then(),
                        given -> given.extract().statusCode() != 200);
        ValidatableResponse old = away(INSIGHTS + "wrong");

        // Then
        answer.statusCode(410)
                .body("type", is("urn:zenith:problem:gone"))
                .body("detail", is("The numbers were another year's."))
                .header("Cache-Control", "public, max-age=1");
        old.statusCode(410);
    }

    @Test
    void whatWasForClientsIsGoneForThemAlone() {
        // Given
        LiveInsight insight = LiveInsight.named("gated", START).forClients().publish(database);
        insight.withdraw(database, "Superseded.");

        // When
        ValidatableResponse visitor = given().when().get(INSIGHTS + "gated").then();
        ValidatableResponse client =
                as("rhea", "reader").when().get(INSIGHTS + "gated").then();

        // Then
        visitor.statusCode(404);
        client.statusCode(410).body("detail", is("Superseded."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "'%20or%201=1", "%F0%9F%98%80", "a%2Fb", "..%2f..", "%FF"})
    void anAddressThatIsNoneIsNotFound(String slug) {
        // When
        ValidatableResponse answer =
                given().urlEncodingEnabled(false).when().get(INSIGHTS + slug).then();

        // Then
        assertThat(answer.extract().statusCode()).isIn(400, 404);
        answer.contentType("application/problem+json");
    }

    @Test
    void aPageTakesNoParameters() {
        // When
        ValidatableResponse answer =
                given().when().get(INSIGHTS + "any?fields=title").then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", is("query:fields"));
    }

    @Test
    void tagsAreCountedForWhoAsks() {
        // Given
        LiveInsight.named("a", START).tagged("Rates", "Europe").publish(database);
        LiveInsight.named("b", START.plusSeconds(1)).tagged("rates").publish(database);
        LiveInsight.named("c", START).tagged("Secret", "Europe").forClients().publish(database);

        // When
        ValidatableResponse visitor = given().when().get("/api/v1/tags").then();
        ValidatableResponse client =
                as("rhea", "reader").when().get("/api/v1/tags").then();

        // Then
        visitor.statusCode(200).body("items.tag", contains("rates", "Europe")).body("items.insights", contains(2, 1));
        client.statusCode(200)
                .body("items.tag", contains("Europe", "rates", "Secret"))
                .body("items.insights", contains(2, 2, 1));
    }

    private static ValidatableResponse away(String path) {
        return given().redirects().follow(false).when().get(path).then();
    }

    private static RequestSpecification as(String user, String role) {
        return given().auth().oauth2(Tokens.of(user, role));
    }
}
