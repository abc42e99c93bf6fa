package com.zenithcapital.content.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
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

/** What is not sent again to who has it, and what is sent otherwise. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "content"))
@WithTestResource(TokenResource.class)
class ConditionalReadTest {

    private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
    private static final String INSIGHTS = "/api/v1/insights/";

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/insights", "/api/v1/insights/rates", "/api/v1/tags", "/api/v1/insights?q=rates"})
    void whoHasItIsToldSo(String path) {
        // Given
        LiveInsight.named("rates", START)
                .tagged("Rates")
                .saying("x".repeat(2_000))
                .publish(database);
        Response first = given().get(path);
        String date = first.header("Last-Modified");

        // When
        ValidatableResponse same = given().header("If-None-Match", first.header("ETag"))
                .when()
                .get(path)
                .then();
        ValidatableResponse weak = given().header("If-None-Match", "\"other\", W/" + first.header("ETag"))
                .when()
                .get(path)
                .then();
        ValidatableResponse other =
                given().header("If-None-Match", "\"other\"").when().get(path).then();
        ValidatableResponse both = given().header("If-None-Match", "\"other\"")
                .header("If-Modified-Since", date)
                .when()
                .get(path)
                .then();

        // Then
        same.statusCode(304)
                .header("ETag", first.header("ETag"))
                .header("Cache-Control", "public, max-age=1")
                .header("Vary", notNullValue())
                .body(is(""));
        weak.statusCode(304);
        other.statusCode(200);
        both.statusCode(200);
    }

    @Test
    void aDateIsGoodForAPageUntilItChanges() {
        // Given
        LiveInsight insight = LiveInsight.named("rates", START).publish(database);
        String date = given().get(INSIGHTS + "rates").header("Last-Modified");
        int unchanged = given().header("If-Modified-Since", date)
                .get(INSIGHTS + "rates")
                .statusCode();
        insight.titled("Another").publish(database);

        // When
        ValidatableResponse changed = Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .until(
                        () -> given().header("If-Modified-Since", date)
                                .when()
                                .get(INSIGHTS + "rates")
                                .then(),
                        answer -> answer.extract().statusCode() == 200);

        // Then
        assertThat(unchanged).isEqualTo(304);
        changed.body("title", is("Another"));
    }

    @Test
    void aDateIsGoodForAListUntilAnythingChanges() {
        // Given
        LiveInsight insight = LiveInsight.named("rates", START).publish(database);
        String path = "/api/v1/insights";
        String date = Awaitility.await()
                .until(
                        () -> given().get(path + "?limit=7").header("Last-Modified"),
                        // A second after the change the date stands.
                        told -> told != null
                                && given().header("If-Modified-Since", told)
                                                .get(path)
                                                .statusCode()
                                        == 304);
        insight.withdraw(database, "Wrong.");

        // When
        ValidatableResponse changed = Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .until(
                        () -> given().header("If-Modified-Since", date)
                                .when()
                                .get(path)
                                .then(),
                        answer -> answer.extract().statusCode() == 200);

        // Then
        changed.body("items.size()", is(0));
    }

    @Test
    void theCompressedVariantHasItsOwnTag() {
        // Given
        LiveInsight insight =
                LiveInsight.named("rates", START).saying("Rates. ".repeat(500)).publish(database);
        String plain = plainly().get(INSIGHTS + "rates").header("ETag");

        // When
        ValidatableResponse first = compressed();
        ValidatableResponse again = compressed();
        ValidatableResponse unchanged = given().header("Accept-Encoding", "gzip")
                .header("If-None-Match", first.extract().header("ETag"))
                .when()
                .get(INSIGHTS + "rates")
                .then();
        ValidatableResponse otherVariant = given().header("Accept-Encoding", "gzip")
                .header("If-None-Match", plain)
                .when()
                .get(INSIGHTS + "rates")
                .then();

        // Then
        String tag = plain.substring(0, plain.length() - 1) + "-gzip\"";
        for (ValidatableResponse answer : new ValidatableResponse[] {first, again}) {
            answer.statusCode(200)
                    .header("Content-Encoding", "gzip")
                    .header("ETag", tag)
                    .header("Vary", containsString("Accept-Encoding"))
                    .body(is(insight.page()));
        }
        unchanged.statusCode(304).header("ETag", tag);
        otherVariant.statusCode(200);
    }

    @Test
    void headSaysWhatGetWould() {
        // Given
        LiveInsight.named("rates", START).publish(database);
        Response get = plainly().get(INSIGHTS + "rates");

        // When
        ValidatableResponse cached = plainly().when().head(INSIGHTS + "rates").then();
        ValidatableResponse asked = plainly()
                .auth()
                .oauth2(Tokens.of("rhea", "reader"))
                .when()
                .head(INSIGHTS + "rates")
                .then();

        // Then
        for (ValidatableResponse answer : new ValidatableResponse[] {cached, asked}) {
            answer.statusCode(200)
                    .header("ETag", get.header("ETag"))
                    .header("Content-Length", get.header("Content-Length"))
                    .body(is(""));
        }
    }

    @Test
    void anotherIfMatchFails() {
        // Given
        LiveInsight.named("rates", START).publish(database);
        given().get(INSIGHTS + "rates");

        // When
        ValidatableResponse answer = given().header("If-Match", "\"other\"")
                .when()
                .get(INSIGHTS + "rates")
                .then();

        // Then
        answer.statusCode(412).body("type", is("urn:zenith:problem:precondition-failed"));
    }

    @BeforeEach
    void clear() {
        LiveRows.clear(database);
    }

    private static ValidatableResponse compressed() {
        return given().header("Accept-Encoding", "br;q=1, gzip;q=0.5")
                .when()
                .get(INSIGHTS + "rates")
                .then();
    }

    /** REST-assured asks for gzip by itself. */
    private static RequestSpecification plainly() {
        return given().config(RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }
}
