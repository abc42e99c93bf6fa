package com.zenithcapital.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.gateway.upstream.RawConnection;
import com.zenithcapital.gateway.upstream.Upstream;
import com.zenithcapital.gateway.upstream.UpstreamResource;
import com.zenithcapital.platform.testing.TokenResource;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Uploads have two budgets, of requests and of bytes: ten and a thousand an hour here. */
@QuarkusTest
@TestProfile(LimitedGateway.class)
@WithTestResource(UpstreamResource.class)
@WithTestResource(TokenResource.class)
@SuppressWarnings("NullAway.Init") // the resource fills the field
class UploadLimitsTest {

    private static final String POLICIES =
            "ratelimit-policy: \"upload-requests\";q=10;w=3600, \"upload-bytes\";q=1000;qu=\"content-bytes\";w=3600\r\n";

    private final String token = Tokens.of(UUID.randomUUID().toString(), "analyst");
    private final String id = UUID.randomUUID().toString();

    Upstream upstream;

    @Test
    void announcedBytesAreTakenAndTold() throws IOException {
        // When
        String answer = sized("digest", 600);

        // Then
        assertThat(answer)
                .startsWith("http/1.1 202 ")
                .contains(POLICIES, "ratelimit: \"upload-requests\";r=9;t=360, \"upload-bytes\";r=400;t=4\r\n");
    }

    @Test
    void theUploadThatOverdrawsPassesAndTheNextIsRefusedUnread() throws IOException {
        // Given
        sized("digest", 600);

        // When
        String overdrawing = sized("digest", 900);
        try (RawConnection connection = RawConnection.toGateway()) {
            String refused = connection
                    .send(head("digest", "Content-Length: 100\nExpect: 100-continue\nX-Correlation-Id: " + id))
                    .answer();

            // Then
            assertThat(overdrawing)
                    .startsWith("http/1.1 202 ")
                    .contains("ratelimit: \"upload-requests\";r=8;t=360, \"upload-bytes\";r=0;t=4\r\n");
            assertThat(refused)
                    .startsWith("http/1.1 429 ")
                    .contains(POLICIES, "\"upload-requests\";r=7;t=360, \"upload-bytes\";r=0;t=18")
                    .contains("connection: close", "urn:zenith:problem:too-many-requests", "1000 bytes in 3600 s")
                    .containsPattern("retry-after: 18\\d\\d\r\n");
            assertThat(upstream.seen(id)).isNull();
        }
    }

    @Test
    void chunkedBytesAreTakenAsTheyPass() throws IOException {
        // Given
        try (RawConnection connection = RawConnection.toGateway()) {
            connection.send(head("digest", "Transfer-Encoding: chunked\nX-Correlation-Id: " + id));
            connection.send("578\n" + "x".repeat(0x578) + "\n");
            await().untilAsserted(() -> assertThat(upstream.seen(id))
                    .isNotNull()
                    .extracting(Upstream.Seen::bytes)
                    .isEqualTo(0x578L));

            // When: the first is still under way
            String next = sized("digest", 1);
            String first = connection.send("5\nhello\n0\n\n").answer();

            // Then
            assertThat(next).startsWith("http/1.1 429 ").contains("\"upload-bytes\";r=0;");
            assertThat(first).startsWith("http/1.1 202 ").contains("\"upload-bytes\";r=1000;t=4\r\n");
        }
    }

    @Test
    void announcedBytesThatNeverCameAreGivenBack() throws IOException {
        // Given
        try (RawConnection connection = RawConnection.toGateway()) {
            String refused = connection
                    .send(head("refuses", "Content-Length: 5000\nExpect: 100-continue"))
                    .answer();
            assertThat(refused).startsWith("http/1.1 403 ");
        }

        // When, then
        await().pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(sized("digest", 1))
                        .startsWith("http/1.1 202 ")
                        .contains("\"upload-bytes\";r=99"));
    }

    @Test
    void whatWasNotSentWhenTheClientWentAwayIsGivenBackOnce() throws IOException {
        // Given
        try (RawConnection connection = RawConnection.toGateway()) {
            connection.send(head("digest", "Content-Length: 900\nX-Correlation-Id: " + id) + "x".repeat(100));
            await().untilAsserted(() -> assertThat(upstream.seen(id))
                    .isNotNull()
                    .extracting(Upstream.Seen::bytes)
                    .isEqualTo(100L));
            // When: it goes
        }

        // Then
        await().pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(sized("digest", 0)).contains("\"upload-bytes\";r=900;"));
    }

    @Test
    void aBodyTooLargeToBeTakenIsNotTakenFromTheBudget() throws IOException {
        // Given
        try (RawConnection connection = RawConnection.toGateway()) {
            assertThat(connection
                            .send(head("digest", "Content-Length: 99999999"))
                            .answer())
                    .startsWith("http/1.1 413 ");
        }

        // When
        String answer = sized("digest", 600);

        // Then
        assertThat(answer).contains("\"upload-requests\";r=9;t=360, \"upload-bytes\";r=400;t=4");
    }

    @Test
    void requestsThatCarryNothingAreCountedToo() throws IOException {
        // Given
        for (int i = 0; i < 10; i++) {
            assertThat(sized("digest", 0)).startsWith("http/1.1 202 ");
        }

        // When
        String refused = sized("digest", 0);

        // Then
        assertThat(refused)
                .startsWith("http/1.1 429 ")
                .contains("ratelimit: \"upload-requests\";r=0;t=360\r\n", "retry-after: 360\r\n")
                .contains("10 requests in 3600 s");
    }

    private String sized(String behaviour, int length) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            return connection
                    .send(head(behaviour, "Content-Length: " + length) + "x".repeat(length))
                    .answer();
        }
    }

    private String head(String behaviour, String more) {
        return """
                POST /api/v1/admin/models/%s/versions HTTP/1.1
                Host: gateway
                Authorization: Bearer %s
                %s

                """.formatted(behaviour, token, more);
    }
}
