package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who passes. What they may do is the services' business. */
@GatewayTest
class BearerTest {

    @Test
    void aGoodTokenPassesAndIsForwarded() {
        // Given
        String token = Tokens.of("ana", "analyst");

        // When
        ValidatableResponse answer =
                given().auth().oauth2(token).when().get("/api/v1/admin/models").then();

        // Then
        answer.statusCode(200).body("headers.authorization", hasItem("Bearer " + token));
    }

    @Test
    void anyRolePassesTheGateway() {
        // Given
        String token = Tokens.of("rhea", "reader");

        // When
        ValidatableResponse answer =
                given().auth().oauth2(token).when().get("/api/v1/admin/models").then();

        // Then
        answer.statusCode(200);
    }

    @Test
    void aVisitorReadsWithoutAToken() {
        // When
        ValidatableResponse answer = given().when().get("/api/v1/models").then();

        // Then
        answer.statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/admin/models", "/api/v1/admin/jobs/1", "/api/v1/models/rivian/versions/1/content"})
    void withoutATokenTheRestIsClosed(String path) {
        // When
        ValidatableResponse answer = given().when().get(path).then();

        // Then
        answer.statusCode(401)
                .header("WWW-Authenticate", is("Bearer"))
                .contentType("application/problem+json")
                .body("type", is("urn:zenith:problem:unauthenticated"));
    }

    static List<String> badCredentials() {
        return List.of(
                "Bearer " + Tokens.expired("ana", "analyst"),
                "Bearer " + Tokens.forAudience("another-api", "ana", "analyst"),
                "Bearer " + Tokens.fromIssuer("http://elsewhere.example/realms/zenith", "ana", "analyst"),
                "Bearer " + Tokens.unsigned("ana", "analyst"),
                "Bearer " + Tokens.signedByAnotherKey("ana", "analyst"),
                "Bearer " + Tokens.of("ana", "analyst").replaceFirst("\\.[^.]*\\.", ".e30."),
                "Bearer not-a-token",
                "Bearer ",
                "Bearer",
                "Basic YW5hOmFuYQ==",
                Tokens.of("ana", "analyst"));
    }

    @ParameterizedTest
    @MethodSource("badCredentials")
    void aBadTokenIsRefusedEvenWhereNoneIsNeeded(String credentials) {
        // When
        ValidatableResponse answer = given().header("Authorization", credentials)
                .when()
                .get("/api/v1/models")
                .then();

        // Then
        answer.statusCode(401)
                .header("WWW-Authenticate", is("Bearer error=\"invalid_token\""))
                .contentType("application/problem+json")
                .body("type", is("urn:zenith:problem:unauthenticated"));
    }

    @Test
    void twoTokensAreNone() {
        // Given
        String token = Tokens.of("ana", "analyst");

        // When
        ValidatableResponse answer = given().header("Authorization", "Bearer " + token)
                .header("Authorization", "Bearer " + token)
                .when()
                .get("/api/v1/models")
                .then();

        // Then
        answer.statusCode(401);
    }
}
