package com.zenithcapital.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.gateway.upstream.Upstream;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.restassured.RestAssured;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Streams of events, through a gateway that waits two seconds for anything; the service's heart beats twice a second. */
@ImpatientGatewayTest
@SuppressWarnings("NullAway.Init") // the resource and the container fill the fields
class EventsTest {

    private static final int BEATS_PAST_EVERY_TIME_OUT = 7;

    private final String id = UUID.randomUUID().toString();

    Upstream upstream;

    @Inject
    Event<ShutdownDelayInitiatedEvent> stopping;

    @Test
    void anEventPassesAtOnceAndHeartBeatsKeepTheStreamOpen() throws Exception {
        // When
        try (BufferedReader lines = follow("events")) {
            // Then
            assertThat(nextOf(lines, "data:")).isEqualTo("data:41");
            for (int i = 0; i < BEATS_PAST_EVERY_TIME_OUT; i++) {
                assertThat(nextOf(lines, ":")).isEqualTo(":still here");
            }

            // When
            upstream.answerTheWaiting();

            // Then
            assertThat(lines.lines().toList()).contains("late");
        }
    }

    @Test
    void aStreamWithoutHeartBeatIsCut() throws Exception {
        // When
        try (BufferedReader lines = follow("events-that-stop")) {
            // Then
            assertThat(nextOf(lines, "data:")).isEqualTo("data:first");
            assertThatThrownBy(() -> nextOf(lines, ":")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theServiceHearsOfAClientThatGoesAway() throws Exception {
        // Given
        try (BufferedReader lines = follow("events")) {
            nextOf(lines, "data:");
            // When: it goes
        }

        // Then
        await().untilAsserted(() -> assertThat(upstream.seen(id)).matches(Upstream.Seen::broken));
    }

    @Test
    void aGatewayThatStopsEndsItsStreamsAsWholeAnswers() throws Exception {
        // Given
        try (BufferedReader lines = follow("events")) {
            nextOf(lines, "data:");

            // When
            stopping.fire(new ShutdownDelayInitiatedEvent());

            // Then
            assertThat(lines.lines().toList()).allMatch(line -> line.isEmpty() || line.startsWith(":"));
        }
        await().untilAsserted(() -> assertThat(upstream.seen(id)).matches(Upstream.Seen::broken));
    }

    private static String nextOf(BufferedReader lines, String start) throws IOException {
        @Nullable String line = lines.readLine();
        while (line != null && !line.startsWith(start)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("The stream has ended");
        }
        return line;
    }

    private BufferedReader follow(String behaviour) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/admin/jobs/%s/events"
                                .formatted(RestAssured.port, behaviour)))
                        .header("Authorization", "Bearer " + Tokens.of("ana", "analyst"))
                        .header("X-Correlation-Id", id)
                        .header("Last-Event-ID", "41")
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    }
}
