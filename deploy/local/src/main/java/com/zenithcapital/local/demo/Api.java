package com.zenithcapital.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Zenith's HTTP interface, as one of its people uses it. Every answer that is not the expected one ends the demo. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(90);
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * An answer.
     *
     * @param status its status
     * @param body its JSON
     */
    record Answer(int status, JsonNode body) {}

    private final HttpClient http;
    private final String gateway;
    private final Optional<String> token;

    private Api(HttpClient http, String gateway, Optional<String> token) {
        this.http = http;
        this.gateway = gateway;
        this.token = token;
    }

    /** As somebody without an account. */
    static Api ofVisitor(HttpClient http, String gateway) {
        return new Api(http, gateway, Optional.empty());
    }

    /** As somebody who has signed in. */
    static Api of(HttpClient http, String gateway, String token) {
        return new Api(http, gateway, Optional.of(token));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(to(path).GET(), 200).body();
    }

    JsonNode post(String path, @Nullable JsonNode body, int expected) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path);
        if (body == null) {
            request.POST(BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
        }
        return send(request, expected).body();
    }

    /** What a page's script sends as it is left ({@code navigator.sendBeacon}), from a browser at this address. */
    JsonNode beacon(String path, JsonNode events, String origin, String agent, String address)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path).header("Content-Type", "text/plain;charset=UTF-8")
                .header("Origin", origin)
                .header("User-Agent", agent)
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(events.toString()));
        return send(request, 202).body();
    }

    /** Sends a workbook once the gateway says that it will be taken: 202 for a new version, 200 for bytes seen before. */
    Answer upload(String path, Path workbook, String filename) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path).header("Content-Type", WORKBOOK)
                .header("X-Filename", filename)
                .expectContinue(true)
                .POST(BodyPublishers.ofFile(workbook));
        return send(request, 202, 200);
    }

    /** The bytes of a published version, as they come, with the headers of the answer. */
    HttpResponse<InputStream> download(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(to(path).GET().build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            try (InputStream body = answer.body()) {
                throw unexpected(answer, new String(body.readAllBytes(), UTF_8));
            }
        }
        return answer;
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path)).timeout(LONGEST_ANSWER);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    private Answer send(HttpRequest.Builder request, int... expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        for (int status : expected) {
            if (answer.statusCode() == status) {
                return new Answer(status, JSON.readTree(answer.body()));
            }
        }
        throw unexpected(answer, answer.body());
    }

    private static DemoFailure unexpected(HttpResponse<?> answer, String body) {
        return new DemoFailure("%s %s answered %d%n    %s"
                .formatted(answer.request().method(), answer.request().uri(), answer.statusCode(), body));
    }
}
