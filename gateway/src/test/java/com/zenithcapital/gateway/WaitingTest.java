package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.zenithcapital.gateway.upstream.Generated;
import com.zenithcapital.gateway.upstream.RawConnection;
import com.zenithcapital.gateway.upstream.Upstream;
import com.zenithcapital.platform.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is slow or gone: what the other side hears of it. */
@ImpatientGatewayTest
@SuppressWarnings("NullAway.Init") // the resource fills the field
class WaitingTest {

    private static final String UPLOAD = "/api/v1/admin/models/%s/versions";

    private final String token = Tokens.of("ana", "analyst");
    private final String id = UUID.randomUUID().toString();

    Upstream upstream;

    @Test
    void aServiceThatIsNotThereIsUnavailable() {
        // Given
        upstream.down();
        try {
            // When
            ValidatableResponse answer = given().when().get("/api/v1/models").then();

            // Then
            answer.statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("type", is("urn:zenith:problem:unavailable"));
        } finally {
            upstream.up();
        }
    }

    @Test
    void aServiceThatComesBackIsFoundAgain() {
        // Given
        upstream.down();
        given().when().get("/api/v1/models").then().statusCode(503);
        upstream.up();

        // When
        ValidatableResponse answer = given().when().get("/api/v1/models").then();

        // Then
        answer.statusCode(200);
    }

    @Test
    void aServiceThatDiesBeforeItAnswersIsUnavailable() {
        // When
        ValidatableResponse answer = given().when().get("/api/v1/models/dies").then();

        // Then
        answer.statusCode(503).body("type", is("urn:zenith:problem:unavailable"));
    }

    @Test
    void aServiceThatDiesWhileItTakesABodyIsUnavailable() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(token)
                .body(new byte[1024 * 1024])
                .when()
                .post(UPLOAD.formatted("dies-in-body"))
                .then();

        // Then
        answer.statusCode(503).body("type", is("urn:zenith:problem:unavailable"));
    }

    @Test
    void aServiceThatDoesNotAnswerIsTooSlow() {
        // When
        ValidatableResponse answer = given().header("X-Correlation-Id", id)
                .when()
                .get("/api/v1/models/waits")
                .then();

        // Then
        answer.statusCode(504)
                .contentType("application/problem+json")
                .body("type", is("urn:zenith:problem:upstream-timeout"))
                .body("detail", containsString("did not answer"));
        await().untilAsserted(() -> assertThat(upstream.seen(id)).matches(Upstream.Seen::broken));
    }

    @Test
    void aServiceThatDoesNotTakeTheBodyIsTooSlow() throws Exception {
        // Given
        HttpRequest upload = to(UPLOAD.formatted("reads-nothing"))
                .POST(BodyPublishers.ofInputStream(new Generated(20L * 1024 * 1024)::input))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            // When
            HttpResponse<String> answer = client.send(upload, BodyHandlers.ofString());

            // Then
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("urn:zenith:problem:upstream-timeout", "did not take the body");
        }
    }

    @Test
    void whenEveryConnectionIsTakenTheNextOneIsToldSoonEnough() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            // Given: as many as the pool holds
            HttpRequest waiting = to("/api/v1/models/waits/versions/1/content").build();
            List<CompletableFuture<HttpResponse<String>>> taken = Stream.generate(
                            () -> client.sendAsync(waiting, BodyHandlers.ofString()))
                    .limit(8)
                    .toList();
            await().until(() -> upstream.waiting() >= 8);

            // When
            ValidatableResponse next = given().auth()
                    .oauth2(token)
                    .when()
                    .get("/api/v1/models/bytes/versions/1/content?n=1")
                    .then();
            ValidatableResponse ordinary = given().when().get("/api/v1/models").then();

            // Then: downloads do not take the connections that reading needs
            next.statusCode(504)
                    .body("type", is("urn:zenith:problem:upstream-timeout"))
                    .body("detail", containsString("took no connection"));
            ordinary.statusCode(200);
            upstream.answerTheWaiting();
            assertThat(taken)
                    .allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dies-half-way", "dies-in-chunks", "stalls-half-way"})
    void anAnswerThatIsNotWholeDoesNotLookWhole(String behaviour) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            // When, then
            assertThatThrownBy(
                            () -> client.send(to("/api/v1/models/" + behaviour).build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aBodyThatStopsIsARequestTimeout() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer =
                    connection.send(uploadHead("Content-Length: 1000") + "half").answer();

            // Then
            assertThat(answer)
                    .startsWith("http/1.1 408 ")
                    .contains("connection: close", "urn:zenith:problem:request-timeout");
            await().untilAsserted(() -> assertThat(upstream.seen(id)).matches(Upstream.Seen::broken));
        }
    }

    @Test
    void aChunkedBodyThatStopsIsARequestTimeoutToo() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection
                    .send(uploadHead("Transfer-Encoding: chunked") + "4\nhalf\n")
                    .answer();

            // Then
            assertThat(answer).startsWith("http/1.1 408 ").contains("urn:zenith:problem:request-timeout");
        }
    }

    @Test
    void aBodyThatTricklesIsARequestTimeoutThoughItNeverStops() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            connection.send(uploadHead("Content-Length: 1000"));

            // When: a byte now and then
            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> connection.send("a").hasAnswer());

            // Then
            assertThat(connection.answer())
                    .startsWith("http/1.1 408 ")
                    .contains("connection: close", "urn:zenith:problem:request-timeout", "trickle");
            await().untilAsserted(() -> assertThat(upstream.seen(id)).matches(Upstream.Seen::broken));
        }
    }

    @Test
    void aBodyThatComesSlowlyButComesIsTaken() throws Exception {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            connection.send(uploadHead("Content-Length: 4"));

            // When: longer in all than the wait between two pieces
            for (String piece : List.of("s", "l", "o", "w")) {
                await().pollDelay(Duration.ofMillis(800)).until(() -> true);
                connection.send(piece);
            }

            // Then
            assertThat(connection.answer()).startsWith("http/1.1 202 ");
        }
    }

    @Test
    void aClientThatGoesAwayInItsBodyEndsTheServicesRequest() throws IOException {
        // Given
        try (RawConnection connection = RawConnection.toGateway()) {
            connection.send(uploadHead("Content-Length: 1000") + "half");
            await().until(() -> upstream.seen(id) != null);

            // When
            connection.close();
        }

        // Then
        await().untilAsserted(() -> assertThat(upstream.seen(id)).matches(seen -> seen.broken() && !seen.whole()));
    }

    @Test
    void aClientThatGoesAwayBeforeItsAnswerEndsTheServicesRequest() throws IOException {
        // Given
        try (RawConnection connection = RawConnection.toGateway()) {
            connection.send("""
                    GET /api/v1/models/waits HTTP/1.1
                    Host: gateway
                    X-Correlation-Id: %s

                    """.formatted(id));
            await().until(() -> upstream.seen(id) != null);

            // When
            connection.close();
        }

        // Then
        await().untilAsserted(() -> assertThat(upstream.seen(id)).matches(Upstream.Seen::broken));
    }

    @Test
    void aClientThatDoesNotTakeItsAnswerIsLeft() throws IOException {
        // Given
        try (RawConnection connection = RawConnection.toGateway()) {
            // When: far more than the buffers between here and the service hold
            connection.send("""
                    GET /api/v1/models/bytes?n=500000000 HTTP/1.1
                    Host: gateway
                    X-Correlation-Id: %s

                    """.formatted(id));

            // Then
            await().untilAsserted(
                            () -> assertThat(upstream.seen(id)).isNotNull().matches(Upstream.Seen::broken));
        }
    }

    private String uploadHead(String framing) {
        return """
                POST %s HTTP/1.1
                Host: gateway
                Authorization: Bearer %s
                X-Correlation-Id: %s
                %s

                """.formatted(UPLOAD.formatted("digest"), token, id, framing);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token);
    }
}
