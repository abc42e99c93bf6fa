package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.gateway.upstream.UpstreamResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The identity provider is not there, and was not when the gateway started. */
@QuarkusTest
@TestProfile(ProviderAwayTest.Away.class)
@WithTestResource(UpstreamResource.class)
class ProviderAwayTest {

    /** Port 1 is nobody's. */
    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/zenith");
        }
    }

    /** Shaped as a token, signed by nobody. */
    private static final String TOKEN =
            "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImEifQ.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl";

    @Test
    void aTokenThatCannotBeCheckedIsNoFaultOfItsBearer() {
        // When
        ValidatableResponse answer =
                given().auth().oauth2(TOKEN).when().get("/api/v1/admin/models").then();

        // Then
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", is("urn:zenith:problem:unavailable"));
    }

    @Test
    void visitorsDoNotNotice() {
        // When
        ValidatableResponse answer = given().when().get("/api/v1/models").then();

        // Then
        answer.statusCode(200);
    }

    @Test
    void whoHasNoTokenIsToldSo() {
        // When
        ValidatableResponse answer = given().when().get("/api/v1/admin/models").then();

        // Then
        answer.statusCode(401);
    }

    @Test
    void whoWantsToSignInIsToldToComeBackAndSentNowhere() {
        // When
        ValidatableResponse answer = given().redirects()
                .follow(false)
                .when()
                .get("/api/v1/login?returnTo=/insights")
                .then();

        // Then
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Location", nullValue())
                .header("Retry-After", notNullValue())
                .body("type", is("urn:zenith:problem:unavailable"));
    }

    @Test
    void aSessionThatCannotBeCheckedKeepsItsCookie() {
        // When
        ValidatableResponse answer = given().header("Cookie", "q_session_session=a")
                .when()
                .get("/api/v1/admin/models")
                .then();

        // Then
        answer.statusCode(503).header("Retry-After", notNullValue()).header("Set-Cookie", nullValue());
    }
}
