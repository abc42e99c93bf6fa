package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.system.ModelDesk.Job;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job's stream of events through the gateway, as a browser's EventSource reads it. */
final class FollowedJob implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** An event: its id, and the job it tells of. */
    record Event(String id, JsonNode job) {

        long revision() {
            return Long.parseLong(id);
        }

        String state() {
            return job.path("state").asText();
        }
    }

    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    private FollowedJob(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    }

    static FollowedJob of(URI gateway, Job job, String token, String lastEventId) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(job.path() + "/events"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", lastEventId)
                .build();
        try {
            return new FollowedJob(HTTP.send(request, BodyHandlers.ofInputStream()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    int status() {
        return answer.statusCode();
    }

    /** The next event, past heart-beats; empty at the stream's end. */
    Optional<Event> next() throws IOException {
        String id = "";
        @Nullable String data = null;
        @Nullable String line = lines.readLine();
        while (line != null && !(line.isEmpty() && data != null)) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring(5).strip();
            }
            line = lines.readLine();
        }
        return data == null ? Optional.empty() : Optional.of(new Event(id, JSON.readTree(data)));
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
