package com.zenithcapital.platform.problem;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller is told who never reaches a resource method. */
@QuarkusTest
class HttpProblemsTest {

    static Stream<String> tokensThatProveNothing() {
        return Stream.of(
                Tokens.expired("ana", "analyst"),
                Tokens.forAudience("another-api", "ana", "analyst"),
                Tokens.fromIssuer("http://127.0.0.1/realms/another", "ana", "analyst"),
                Tokens.unsigned("ana", "analyst"),
                Tokens.signedByAnotherKey("ana", "analyst"),
                "not.a.token",
                "nonsense");
    }

    @ParameterizedTest
    @MethodSource("tokensThatProveNothing")
    void aTokenThatProvesNothingIsRefusedEvenWhereNoneIsNeeded(String token) {
        ValidatableResponse answer =
                given().auth().oauth2(token).get("/probe/anyone").then();

        problem(answer, 401, "unauthenticated").header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    @Test
    void noTokenIsUnauthenticatedWithTheBareChallenge() {
        ValidatableResponse answer = given().get("/probe/me").then();

        problem(answer, 401, "unauthenticated").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void aTokenWithoutTheRoleIsForbidden() {
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("rhea", "reader"))
                .get("/probe/me")
                .then();

        problem(answer, 403, "forbidden");
    }

    @Test
    void aMethodWithoutAnAnnotationIsDenied() {
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("max", "reader", "analyst", "editor", "admin"))
                .get("/probe/unannotated")
                .then();

        problem(answer, 403, "forbidden");
    }

    @Test
    void aRouteThatIsNoneIsNotFound() {
        ValidatableResponse answer = given().get("/nowhere/at/all").then();

        problem(answer, 404, "not-found").body("instance", is("/nowhere/at/all"));
    }

    @Test
    void aRequestThatHttpDoesNotAllowIsAProblemToo() throws IOException {
        String withoutHost = "GET /probe/anyone HTTP/1.1\r\nConnection: close\r\n\r\n";

        String answer;
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(withoutHost.getBytes(US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        }

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("urn:zenith:problem:invalid-request")
                .containsIgnoringCase("X-Correlation-Id");
    }

    @Test
    void theWayToTheSignInIsNoFailure() {
        ValidatableResponse answer =
                given().redirects().follow(false).get("/probe-sign-in").then();

        answer.statusCode(302).header("Location", "http://provider.example/sign-in");
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefused() {
        ValidatableResponse answer = given().contentType("application/octet-stream")
                .body(new byte[64 * 1024 + 1])
                .post("/probe/bytes")
                .then();

        problem(answer, 413, "payload-too-large");
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() throws Exception {
        HttpRequest chunked = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/probe/bytes".formatted(RestAssured.port)))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000])))
                .build();

        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(chunked, BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:zenith:problem:payload-too-large");
    }

    @Test
    void aChunkedBodyWithinTheLimitIsTaken() throws Exception {
        HttpRequest chunked = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/probe/bytes".formatted(RestAssured.port)))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[64 * 1024])))
                .build();

        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(chunked, BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("65536");
    }

    @Test
    void anAnswerWithoutAReceivedIdCarriesANewOne() {
        ValidatableResponse answer = given().get("/nowhere").then();

        answer.header("X-Correlation-Id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-.*"));
    }

    @Test
    void aRefusalOfATokenCarriesTheReceivedId() {
        ValidatableResponse answer = given().header("X-Correlation-Id", "mine")
                .auth()
                .oauth2("nonsense")
                .get("/probe/me")
                .then();

        problem(answer, 401, "unauthenticated")
                .header("X-Correlation-Id", "mine")
                .body("correlationId", is("mine"))
                .body("detail", startsWith("The token is not valid"));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("urn:zenith:problem:" + slug))
                .body("status", is(status));
    }
}
