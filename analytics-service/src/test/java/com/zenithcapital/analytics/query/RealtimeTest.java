package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.query.Asking.ANALYTICS;
import static com.zenithcapital.analytics.query.Asking.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.rows.Expected;
import com.zenithcapital.analytics.rows.MadeUp;
import com.zenithcapital.analytics.rows.RollupRows;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Multi;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The last half hour, once and as a stream. Tests are told every half second, and three may follow at once. */
@QuarkusTest
class RealtimeTest {

    @Inject
    RollupRows rows;

    @Inject
    RealtimeStreams streams;

    @AfterEach
    void everyStreamIsLetGo() {
        await("no stream is left open").until(() -> streams.size() == 0);
    }

    @Test
    void itIsWhatTheEventsOfTheLastHalfHourAmountTo() {
        // Given
        List<MadeUp> events = MadeUp.visits(80, Instant.now().minus(Duration.ofMinutes(25)), Duration.ofMinutes(5), 11);
        List<MadeUp> earlier =
                MadeUp.visits(20, Instant.now().minus(Duration.ofMinutes(120)), Duration.ofMinutes(5), 12);
        rows.clear();
        rows.add(Stream.concat(events.stream(), earlier.stream()).toList());

        // When
        JsonPath realtime = answer("realtime");

        // Then
        assertThat(new Expected(
                        realtime.getLong("visitors"),
                        realtime.getLong("visits"),
                        realtime.getLong("pageviews"),
                        realtime.getLong("downloads"),
                        realtime.getLong("events")))
                .isEqualTo(Expected.of(events));
        assertThat(realtime.getList("minutes")).hasSize(30);
        assertThat(realtime.getList("minutes.pageviews", Long.class).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(realtime.getLong("pageviews"));
        assertThat(realtime.getList("pages")).hasSize(10);
        assertThat(realtime.getList("pages.pageviews", Long.class)).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(realtime.getList("countries.value", String.class)).containsExactlyInAnyOrder("DE", "IN", "US");
        String insight = realtime.getString("insights[0].value");
        assertThat(realtime.getLong("insights[0].visitors"))
                .isEqualTo(Expected.of(events.stream()
                                .filter(event -> insight.equals(event.values().get(Dimension.INSIGHT)))
                                .toList())
                        .visitors());
    }

    @Test
    void aStreamTellsItAgainAndAgain() throws IOException {
        // Given
        rows.clear();

        // When
        try (InputStream stream = follow().body()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
            JsonPath first = next(lines);
            rows.add(MadeUp.visits(5, Instant.now().minusSeconds(300), Duration.ofSeconds(60), 13));

            // Then
            assertThat(first.getLong("pageviews")).isZero();
            await("the stream tells it").until(() -> next(lines).getLong("visits") == 5);
        }
    }

    @Test
    void whoIsOneTooManyIsSentAwayForAWhile() throws IOException {
        // Given
        List<InputStream> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            open.add(follow().body());
        }

        // When
        HttpResponse<InputStream> refused = follow();

        // Then
        try (InputStream body = refused.body()) {
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(new String(body.readAllBytes(), UTF_8)).contains("urn:zenith:problem:unavailable");
        } finally {
            for (InputStream stream : open) {
                stream.close();
            }
        }
    }

    @Test
    void whoIsGoneBeforeItBeganIsForgotten() {
        // Given
        Multi<Optional<Realtime>> neverBegun = streams.follow();

        // When
        assertThat(streams.size()).isEqualTo(1);
        everyStreamIsLetGo();

        // Then: if it begins after all, its caller is told to come back
        assertThat(neverBegun.collect().asList().await().atMost(Duration.ofSeconds(5)))
                .hasSize(1);
    }

    private static JsonPath next(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data:")) {
                return JsonPath.from(line.substring("data:".length()));
            }
        }
        throw new IOException("The stream ended");
    }

    private static HttpResponse<InputStream> follow() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d%srealtime".formatted(RestAssured.port, ANALYTICS)))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + Tokens.of("ada", "admin"))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
