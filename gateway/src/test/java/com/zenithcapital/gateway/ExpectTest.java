package com.zenithcapital.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.gateway.upstream.RawConnection;
import com.zenithcapital.gateway.upstream.Upstream;
import com.zenithcapital.platform.testing.Tokens;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code Expect: 100-continue}: the client sends its body when it is told that somebody wants it. */
@GatewayTest
@SuppressWarnings("NullAway.Init") // the resource fills the field
class ExpectTest {

    private static final String UPLOAD = "/api/v1/admin/models/%s/versions";

    private final String id = UUID.randomUUID().toString();

    Upstream upstream;

    @Test
    void aRequestThatWillBeTakenIsToldToGoOn() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            connection.send(head(UPLOAD.formatted("digest"), 5, Tokens.of("ana", "analyst")));

            // When
            String interim = connection.head();

            // Then
            assertThat(interim).startsWith("http/1.1 100 ");
            assertThat(connection.send("hello").answer()).startsWith("http/1.1 202 ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, /api/v1/admin/models/digest/versions, 5, ''",
        "401, /api/v1/admin/models/digest/versions, 5, not-a-token",
        "404, /api/v1/admin/nothing, 5, good",
        "405, /api/v1/models, 5, good",
        "400, /api/v1//models, 5, good",
        "413, /api/v1/admin/models/digest/versions, 99999999, good",
        "413, /api/v1/admin/models, 2000000, good",
    })
    void aRequestThatTheGatewayRefusesIsNeverToldToGoOn(int status, String path, int length, String credentials)
            throws IOException {
        // Given
        String token = credentials.equals("good") ? Tokens.of("ana", "analyst") : credentials;
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection.send(head(path, length, token)).answer();

            // Then
            assertThat(answer).startsWith("http/1.1 " + status + " ").contains("connection: close");
            assertThat(upstream.seen(id)).isNull();
        }
    }

    @Test
    void aRequestThatTheServiceRefusesIsNeverToldToGoOnEither() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection
                    .send(head(UPLOAD.formatted("refuses"), 50_000_000, Tokens.of("rhea", "reader")))
                    .answer();

            // Then
            assertThat(answer)
                    .startsWith("http/1.1 403 ")
                    .contains("connection: close")
                    .endsWith("{\"refused\":true}");
        }
    }

    @Test
    void withTheServiceAwayTheBodyIsNotAskedFor() throws IOException {
        // Given
        upstream.down();
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection
                    .send(head(UPLOAD.formatted("digest"), 50_000_000, Tokens.of("ana", "analyst")))
                    .answer();

            // Then
            assertThat(answer).startsWith("http/1.1 503 ");
        } finally {
            upstream.up();
        }
    }

    @Test
    void aServiceThatDoesNotAnswerTheExpectationGetsTheBodyAfterAWhile() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // Given
            connection.send(head(UPLOAD.formatted("ignores-expect"), 5, Tokens.of("ana", "analyst")));

            // When
            String interim = connection.head();

            // Then
            assertThat(interim).startsWith("http/1.1 100 ");
            assertThat(connection.send("hello").answer()).startsWith("http/1.1 202 ");
        }
    }

    private String head(String path, int length, String token) {
        return """
                POST %s HTTP/1.1
                Host: gateway
                Authorization: Bearer %s
                X-Correlation-Id: %s
                Content-Length: %d
                Expect: 100-continue

                """.formatted(path, token, id, length).replace("Authorization: Bearer \n", "");
    }
}
