package com.zenithcapital.analytics.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "analytics"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class ScriptResourceTest {

    private static final String SCRIPT = "/api/v1/events/zenith.js";

    @Test
    void itIsSmallAndKeepsNothing() {
        // When
        ValidatableResponse answer = given().when().get(SCRIPT).then();

        // Then
        answer.statusCode(200);
        String script = answer.extract().asString();
        assertThat(script.length()).isLessThan(2_048);
        assertThat(script).contains("sendBeacon").doesNotContain("cookie", "localStorage", "sessionStorage", "//");
    }

    @Test
    void anySiteMayLoadItAndKeepItForAnHour() {
        // When
        ValidatableResponse answer = given().when().get(SCRIPT).then();

        // Then
        answer.contentType("text/javascript;charset=UTF-8")
                .header("Cache-Control", is("public, max-age=3600"))
                .header("ETag", matchesPattern("\"[A-Za-z0-9_-]+\""))
                .header("Cross-Origin-Resource-Policy", is("cross-origin"))
                .header("Access-Control-Allow-Origin", is("*"));
    }

    @Test
    void whoHasItIsToldSo() {
        // Given
        String tag = given().when().get(SCRIPT).header("ETag");

        // When
        ValidatableResponse answer =
                given().header("If-None-Match", tag).when().get(SCRIPT).then();

        // Then
        answer.statusCode(304).header("ETag", is(tag)).header("Cache-Control", containsString("public"));
    }
}
