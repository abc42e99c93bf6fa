package com.zenithcapital.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.gateway.upstream.Generated;
import com.zenithcapital.gateway.upstream.RawConnection;
import com.zenithcapital.gateway.upstream.Upstream;
import com.zenithcapital.platform.testing.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is taken, whoever announces what. */
@GatewayTest
@SuppressWarnings("NullAway.Init") // the resource fills the field
class BodyLimitTest {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final long UPLOAD_LIMIT = 50 * MEBIBYTE + 64 * 1024;

    private static final String UPLOAD = "/api/v1/admin/models/%s/versions";
    private static final String CHANGE = "/api/v1/admin/models/digest";

    private final String token = Tokens.of("ana", "analyst");
    private final String id = UUID.randomUUID().toString();

    Upstream upstream;

    @Test
    void aBodyAnnouncedTooLargeIsRefusedBeforeItIsRead() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection
                    .send(head("POST", UPLOAD.formatted("digest"), "Content-Length: " + (UPLOAD_LIMIT + 1)))
                    .answer();

            // Then
            assertThat(answer)
                    .startsWith("http/1.1 413 ")
                    .contains("connection: close", "urn:zenith:problem:payload-too-large");
            assertThat(upstream.seen(id)).isNull();
        }
    }

    @Test
    void aBodyAtTheLimitIsTaken() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            connection.send(head("POST", UPLOAD.formatted("digest"), "Content-Length: " + UPLOAD_LIMIT));

            // When
            sendGenerated(connection, UPLOAD_LIMIT);

            // Then
            assertThat(connection.answer()).startsWith("http/1.1 202 ").endsWith(new Generated(UPLOAD_LIMIT).digest());
        }
    }

    @Test
    void aChunkedBodyIsCutOffWhereItGrowsTooLarge() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            connection.send(head("POST", UPLOAD.formatted("digest"), "Transfer-Encoding: chunked"));

            // When
            sendChunks(connection, UPLOAD_LIMIT + 1);

            // Then
            assertThat(connection.answer())
                    .startsWith("http/1.1 413 ")
                    .contains("connection: close", "urn:zenith:problem:payload-too-large");
            await().untilAsserted(() -> assertThat(upstream.seen(id)).satisfies(seen -> {
                assertThat(seen.broken()).isTrue();
                assertThat(seen.whole()).isFalse();
                assertThat(seen.bytes()).isLessThanOrEqualTo(UPLOAD_LIMIT);
            }));
        }
    }

    @Test
    void whatIsNoUploadMayHoldOneMebibyte() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection
                    .send(head("PUT", CHANGE, "Content-Length: " + (MEBIBYTE + 1)))
                    .answer();

            // Then
            assertThat(answer).startsWith("http/1.1 413 ").contains("urn:zenith:problem:payload-too-large");
        }
    }

    @Test
    void whatIsNoUploadMayHoldOneMebibyteInChunksToo() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            connection.send(head("PUT", CHANGE, "Transfer-Encoding: chunked"));

            // When
            sendChunks(connection, MEBIBYTE + 1);

            // Then
            assertThat(connection.answer())
                    .startsWith("http/1.1 413 ")
                    .contains("urn:zenith:problem:payload-too-large");
        }
    }

    @Test
    void aRefusedConnectionIsClosedOnceItsBodyHasPassed() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            long length = 2 * MEBIBYTE;
            connection.send(head("PUT", CHANGE, "Content-Length: " + length)).answer();

            // When
            sendGenerated(connection, length);

            // Then
            assertThat(connection.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\nContent-Length: 5",
                "Content-Length: 5\nContent-Length: 5",
                "Content-Length: 5\nContent-Length: 6",
                "Content-Length: 5, 5",
                "Content-Length: +5",
                "Content-Length: -5",
                "Content-Length: 0x5",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: chunked\nTransfer-Encoding: chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding : chunked",
            })
    void aBodyWhoseLengthIsADoubtIsRefusedAndTheConnectionClosed(String framing) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            connection.send(head("PUT", CHANGE, framing) + "0\n\nGET /api/v1/models HTTP/1.1\nHost: gateway\n\n");

            // Then
            assertThat(connection.head()).startsWith("http/1.1 400 ");
            assertThat(connection.rest()).doesNotContain("HTTP/1.1 200");
            assertThat(upstream.seen(id)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\nhello\n", "5\nhelloworld", "-1\nhello\n", "5;\u0000\nhello\n"})
    void chunksThatAreNoneEndBothConnections(String chunks) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            connection.send(head("POST", UPLOAD.formatted("digest"), "Transfer-Encoding: chunked") + "5\nhello\n"
                    + chunks + "0\n\n");

            // Then
            assertThat(connection.rest()).doesNotContain("HTTP/1.1 202");
            assertThat(upstream.seen(id))
                    .satisfiesAnyOf(
                            seen -> assertThat(seen).isNull(),
                            seen -> assertThat(seen.whole()).isFalse());
        }
    }

    private String head(String method, String path, String framing) {
        return """
                %s %s HTTP/1.1
                Host: gateway
                Authorization: Bearer %s
                X-Correlation-Id: %s
                %s

                """.formatted(method, path, token, id, framing);
    }

    private static void sendGenerated(RawConnection connection, long length) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (InputStream input = new Generated(length).input()) {
            for (int read = input.read(block); read > 0; read = input.read(block)) {
                connection.send(Arrays.copyOf(block, read));
            }
        }
    }

    private static void sendChunks(RawConnection connection, long length) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (InputStream input = new Generated(length).input()) {
            for (int read = input.read(block); read > 0; read = input.read(block)) {
                connection.send((Integer.toHexString(read) + "\r\n").getBytes(ISO_8859_1));
                connection.send(Arrays.copyOf(block, read));
                connection.send("\r\n".getBytes(ISO_8859_1));
            }
        }
        connection.send("0\r\n\r\n".getBytes(ISO_8859_1));
    }
}
