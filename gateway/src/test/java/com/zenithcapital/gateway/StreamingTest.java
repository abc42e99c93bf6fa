package com.zenithcapital.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.gateway.upstream.Digest;
import com.zenithcapital.gateway.upstream.Generated;
import com.zenithcapital.platform.testing.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Large bodies, both ways, in a JVM of its own with a small heap (see the POM) for the gateway, its clients and its service
 * together: a gateway that kept bodies in memory would not get through here.
 */
@GatewayTest
@Tag("small-heap")
class StreamingTest {

    private static final Generated FIFTY_MEBIBYTES = new Generated(50L * 1024 * 1024);
    private static final int AT_ONCE = 8;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theHeapIsSmallerThanWhatPassesThrough() {
        // When
        long heap = Runtime.getRuntime().maxMemory();

        // Then
        assertThat(heap).isLessThan(AT_ONCE * FIFTY_MEBIBYTES.length() / 2);
    }

    @Test
    void largeBodiesArriveWholeWithTheirLengthKnown() {
        // Given
        BodyPublisher body = BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(FIFTY_MEBIBYTES::input), FIFTY_MEBIBYTES.length());

        // When
        List<String> digests = atOnce(upload(body));

        // Then
        assertThat(digests).hasSize(AT_ONCE).containsOnly(FIFTY_MEBIBYTES.digest());
    }

    @Test
    void largeBodiesArriveWholeInChunks() {
        // Given
        BodyPublisher body = BodyPublishers.ofInputStream(FIFTY_MEBIBYTES::input);

        // When
        List<String> digests = atOnce(upload(body));

        // Then
        assertThat(digests).hasSize(AT_ONCE).containsOnly(FIFTY_MEBIBYTES.digest());
    }

    @Test
    void largeAnswersArriveWhole() throws Exception {
        // Given
        HttpRequest request = to("/api/v1/models/bytes/versions/1/content?n=" + FIFTY_MEBIBYTES.length())
                .build();

        // When
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(digest(answer.body())).isEqualTo(FIFTY_MEBIBYTES.digest());
    }

    private static HttpRequest upload(BodyPublisher body) {
        return to("/api/v1/admin/models/digest/versions").POST(body).build();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.of("ana", "analyst"));
    }

    private List<String> atOnce(HttpRequest request) {
        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(
                        () -> client.sendAsync(request, BodyHandlers.ofString()))
                .limit(AT_ONCE)
                .toList();
        return answers.stream().map(answer -> answer.join().body()).toList();
    }

    private static String digest(InputStream body) {
        Digest digest = new Digest();
        byte[] block = new byte[64 * 1024];
        try (body) {
            for (int read = body.read(block); read >= 0; read = body.read(block)) {
                digest.add(block, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.hex();
    }
}
