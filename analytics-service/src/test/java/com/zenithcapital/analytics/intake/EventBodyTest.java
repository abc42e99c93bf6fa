package com.zenithcapital.analytics.intake;

import static com.zenithcapital.analytics.intake.Sent.browser;
import static com.zenithcapital.analytics.intake.Sent.id;
import static com.zenithcapital.analytics.intake.Sent.pageView;
import static com.zenithcapital.analytics.intake.Sent.post;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a body may be, and that it need not say so. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "analytics"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class EventBodyTest {

    private final EventLog log = EventLog.open();

    @AfterEach
    void close() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024 + 1, 900_000, 3_000_000})
    void aLargerBodyIsRefusedNamingTheLimit(int length) {
        // When
        ValidatableResponse answer = post(browser(), " ".repeat(length));

        // Then
        answer.statusCode(413)
                .body("type", is("urn:zenith:problem:payload-too-large"))
                .body("detail", containsString("65536"));
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsTakenToo() throws IOException {
        // Given
        String id = id();

        // When
        String answer = chunked(pageView(id, "/chunked"));

        // Then
        assertThat(answer).startsWith("HTTP/1.1 202").contains("\"accepted\":1");
        assertThat(log.with(id).event(0).path("path").asText()).isEqualTo("/chunked");
    }

    @Test
    void andIsCutOffAtTheSameLimit() throws IOException {
        // When
        String answer = chunked(" ".repeat(300_000));

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("65536")
                .containsIgnoringCase("access-control-allow-origin");
    }

    /** In chunks of at most 10,000 bytes. */
    private static String chunked(String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /api/v1/events HTTP/1.1\r\nHost: a\r\nOrigin: %s\r\nUser-Agent: %s\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .formatted(Sent.SITE, Sent.FIREFOX)
                            .getBytes(US_ASCII));
            for (int at = 0; at < body.length(); at += 10_000) {
                String chunk = body.substring(at, Math.min(body.length(), at + 10_000));
                out.write("%x\r\n%s\r\n".formatted(chunk.length(), chunk).getBytes(US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(US_ASCII));
            byte[] answer = new byte[4_096];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, length, US_ASCII);
        }
    }
}
