package com.zenithcapital.modelfile.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.platform.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job's stream of events as a browser's EventSource reads it. */
public final class EventStream implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    }

    /** One block of the stream: an event, or no more than a comment. */
    public record Block(Optional<String> id, Optional<String> data, Optional<String> comment, Optional<String> retry) {

        public boolean isEvent() {
            return data.isPresent();
        }

        public JsonPath job() {
            return JsonPath.from(data.orElseThrow());
        }
    }

    /** @param lastEventId what the client saw last; null if nothing */
    public static EventStream of(String job, String user, @Nullable String lastEventId) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/v1/admin/jobs/%s/events".formatted(RestAssured.port, job)))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + Tokens.of(user, "analyst"));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new EventStream(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public int status() {
        return answer.statusCode();
    }

    public HttpHeaders headers() {
        return answer.headers();
    }

    public String rest() throws IOException {
        return new String(answer.body().readAllBytes(), UTF_8);
    }

    /** The next block; empty at the stream's end. */
    public Optional<Block> next() throws IOException {
        @Nullable String id = null;
        @Nullable String data = null;
        @Nullable String comment = null;
        @Nullable String retry = null;
        @Nullable String line = lines.readLine();
        while (line != null && !line.isEmpty()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon)) {
                case "id" -> id = value;
                case "data" -> data = value;
                case "" -> comment = value;
                case "retry" -> retry = value;
                default -> {
                    // The event's name, and what is not known.
                }
            }
            line = lines.readLine();
        }
        return line == null
                ? Optional.empty()
                : Optional.of(new Block(
                        Optional.ofNullable(id),
                        Optional.ofNullable(data),
                        Optional.ofNullable(comment),
                        Optional.ofNullable(retry)));
    }

    /** The next event, past what comes between. */
    public Block nextEvent() throws IOException {
        Block block = next().orElseThrow();
        while (!block.isEvent()) {
            block = next().orElseThrow();
        }
        return block;
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
