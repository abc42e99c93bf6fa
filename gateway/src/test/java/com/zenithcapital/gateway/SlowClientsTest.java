package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.gateway.upstream.RawConnection;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take their time over a head: the gateway here waits two seconds. */
@ImpatientGatewayTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field
class SlowClientsTest {

    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final String LAST = "GET /api/v1/models HTTP/1.1\nHost: gateway\nConnection: close\n\n";

    @TestHTTPResource(management = true)
    URI management;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET /api/v1/models HTTP/1.1\n",
                "GET /api/v1/models HTTP/1.1\nHost: gateway\nX: ",
            })
    void aHeadThatDoesNotEndClosesTheConnectionHoweverItTrickles(String beginning) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            long began = System.nanoTime();
            connection.send(beginning);

            // When: a byte now and then
            await().atMost(Duration.ofSeconds(8)).pollInterval(PAUSE).until(() -> isClosedAfter(connection, "a"));

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(1_900));
        }
    }

    @Test
    void theNextHeadOnAConnectionHasNoMoreTimeThanTheFirst() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            connection.send("GET /api/v1/models HTTP/1.1\nHost: gateway\n\n");
            assertThat(connection.answer()).startsWith("http/1.1 200 ");
            connection.send("GET /api");

            // When, then
            await().atMost(Duration.ofSeconds(8)).pollInterval(PAUSE).until(() -> isClosedAfter(connection, "a"));
        }
    }

    @Test
    void aHeadThatComesInPiecesButInTimeIsTaken() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            for (String piece :
                    List.of("GET /api/v1/mo", "dels HTTP/1.1\nHo", "st: gateway\nConnection: close\n", "\n")) {
                pause(PAUSE);
                connection.send(piece);
            }

            // Then
            assertThat(connection.rest()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aConnectionMayWaitBetweenTwoRequests() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            connection.send("GET /api/v1/models HTTP/1.1\nHost: gateway\n\n");
            assertThat(connection.answer()).startsWith("http/1.1 200 ");

            // When: longer than a head may take
            pause(Duration.ofSeconds(3));
            connection.send(LAST);

            // Then
            assertThat(connection.rest()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aConnectionMayBeOpenedBeforeItIsNeeded() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            pause(Duration.ofSeconds(3));
            connection.send(LAST);

            // Then
            assertThat(connection.rest()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aBodyMayTakeLongerThanAHead() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            connection.send("""
                    POST /api/v1/admin/models/digest/versions HTTP/1.1
                    Host: gateway
                    Authorization: Bearer %s
                    Transfer-Encoding: chunked
                    Connection: close

                    """.formatted(Tokens.of("ana", "analyst")));

            // When: in pieces that are half a chunk's head each
            for (String piece : List.of("1", "\n", "s", "\n", "1", "\n", "l", "\n", "0\n\n")) {
                pause(Duration.ofMillis(300));
                connection.send(piece);
            }

            // Then
            assertThat(connection.rest()).startsWith("HTTP/1.1 202 ");
        }
    }

    @Test
    void whatWasClosedIsCounted() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            connection.send("GET /");

            // When
            assertThat(connection.rest()).isEmpty();

            // Then
            String metrics =
                    given().port(management.getPort()).when().get("/q/metrics").asString();
            assertThat(metrics).containsPattern("zenith_gateway_connections_slow_total [1-9]");
        }
    }

    /** Sends some more, and tells whether there is anybody to hear it. */
    private static boolean isClosedAfter(RawConnection connection, String more) {
        try {
            connection.send(more);
            return connection.isClosed();
        } catch (IOException e) {
            return true;
        }
    }

    private static void pause(Duration length) {
        await().pollDelay(length).atMost(length.plusSeconds(5)).until(() -> true);
    }
}
