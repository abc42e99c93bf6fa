package com.zenithcapital.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A caller of the HTTP contract: where, as whom, and the headers of each request. Immutable; {@code as} and {@code with}
 * make another caller.
 */
public record Api(URI base, Map<String, String> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    public Api {
        headers = Map.copyOf(headers);
    }

    static Api at(URI base) {
        return new Api(base, Map.of());
    }

    Api as(String bearerToken) {
        return with("Authorization", "Bearer " + bearerToken);
    }

    Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, more);
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    Answer post(String path, Object json) {
        try {
            return postJson(path, JSON.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Answer postJson(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofString(json));
    }

    Answer send(String method, String path, BodyPublisher body) {
        HttpResponse<String> answer = exchange(method, path, body, BodyHandlers.ofString());
        return new Answer(method + " " + path, answer.statusCode(), answer.headers()::firstValue, answer.body());
    }

    /** A GET whose body goes to a file, whatever its status. */
    HttpResponse<Path> download(String path, Path file) {
        return exchange("GET", path, BodyPublishers.noBody(), BodyHandlers.ofFile(file));
    }

    /** A GET whose body are bytes. */
    HttpResponse<byte[]> bytes(String path) {
        return exchange("GET", path, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> exchange(
            String method, String path, BodyPublisher body, HttpResponse.BodyHandler<T> handler) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to %s %s".formatted(method, base.resolve(path)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in %s %s".formatted(method, path), e);
        }
    }
}
