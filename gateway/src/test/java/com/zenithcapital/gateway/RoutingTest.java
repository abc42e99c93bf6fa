package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.zenithcapital.gateway.upstream.RawConnection;
import com.zenithcapital.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests reach a service, and what the others are told. */
@GatewayTest
class RoutingTest {

    @Test
    void aKnownRouteReachesItsServiceWithPathAndQueryUnchanged() {
        // When
        ValidatableResponse answer = given().urlEncodingEnabled(false)
                .when()
                .get("/api/v1/models/a%20b?limit=2&tag=x%2Fy")
                .then();

        // Then
        answer.statusCode(200).body("method", is("GET")).body("uri", is("/api/v1/models/a%20b?limit=2&tag=x%2Fy"));
    }

    @Test
    void headGoesWhereGetGoes() {
        // When
        ValidatableResponse answer =
                given().when().head("/api/v1/models/rivian").then();

        // Then
        answer.statusCode(200).header("Content-Length", notNullValue()).body(is(emptyString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void anAnswerWithoutABodyStaysOne(int status) {
        // Given
        String behaviour = status == 204 ? "no-content" : "not-modified";

        // When
        ValidatableResponse answer =
                given().when().get("/api/v1/models/" + behaviour).then();

        // Then
        answer.statusCode(status).body(is(emptyString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/v1/nothing",
                "/api/v1/models/",
                "/API/v1/models",
                "/api/v1/admin/models/1/versions/1/publish/more",
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/metrics",
                "/q/openapi",
                "/q/dev-ui",
                "/index.html",
            })
    void whatIsNoRouteIsNotFound(String path) {
        // When
        ValidatableResponse answer = given().when().get(path).then();

        // Then
        answer.statusCode(404)
                .contentType("application/problem+json")
                .header("Cache-Control", is("no-store"))
                .header("X-Correlation-Id", matchesPattern("[A-Za-z0-9._-]{1,64}"))
                .body("type", is("urn:zenith:problem:not-found"))
                .body("status", is(404))
                .body("instance", is(path));
    }

    @Test
    void aKnownPathWithAnotherMethodSaysWhichItTakes() {
        // When
        ValidatableResponse answer =
                given().when().delete("/api/v1/admin/models").then();

        // Then
        answer.statusCode(405)
                .header("Allow", is("GET, HEAD, POST"))
                .body("type", is("urn:zenith:problem:method-not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/models;x=1",
                "/api/v1/admin%2Fmodels",
                "/api/v1/models%5C..%5Cadmin",
                "/api/v1/models/../admin/models",
                "/api/v1/models/%2e%2e/admin/models",
                "/api/v1//admin/models",
                "/api/v1/models/%00",
                "/api/v1/models/%c0%af",
                "/api/v1/models/%252e%252e/admin",
            })
    void aPathWithTwoMeaningsIsRefusedWhoeverAsks(String path) throws IOException {
        // Given
        String token = Tokens.of("ana", "analyst");

        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection
                    .send("GET " + path + " HTTP/1.1\nHost: gateway\nAuthorization: Bearer " + token + "\n\n")
                    .answer();

            // Then
            assertThat(answer).startsWith("http/1.1 400 ").contains("urn:zenith:problem:invalid-path");
        }
    }

    @Test
    void aBackslashIsRefusedBeforeAnythingElse() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection
                    .send("GET /api/v1/models\\..\\admin HTTP/1.1\nHost: gateway\n\n")
                    .answer();

            // Then: by Quarkus's own check of the URI, which knows no problem details
            assertThat(answer).startsWith("http/1.1 400 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"OPTIONS *", "GET api/v1/models", "GET http://elsewhere.example", "CONNECT elsewhere.example:443"
            })
    void aTargetThatIsNoPathIsAProblem(String requestLine) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection
                    .send(requestLine + " HTTP/1.1\nHost: gateway\n\n")
                    .answer();

            // Then
            assertThat(answer).startsWith("http/1.1 4").contains("application/problem+json");
        }
    }

    @Test
    void theAbsoluteFormIsTaken() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection
                    .send("GET http://elsewhere.example/api/v1/models HTTP/1.1\nHost: gateway\n\n")
                    .answer();

            // Then
            assertThat(answer).startsWith("http/1.1 200 ").contains("\"uri\":\"/api/v1/models\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: one\nHost: two\n"})
    void oneHostIsNamed(String hosts) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection
                    .send("GET /api/v1/models HTTP/1.1\n" + hosts + "\n")
                    .answer();

            // Then
            assertThat(answer).startsWith("http/1.1 400 ").contains("urn:zenith:problem:invalid-request");
        }
    }
}
