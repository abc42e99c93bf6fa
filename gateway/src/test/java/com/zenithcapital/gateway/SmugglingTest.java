package com.zenithcapital.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.gateway.upstream.Digest;
import com.zenithcapital.gateway.upstream.RawConnection;
import com.zenithcapital.gateway.upstream.Upstream;
import com.zenithcapital.platform.testing.Tokens;
import java.io.IOException;
import java.net.SocketException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A second request hidden in the body of a first (request smuggling). It is one that anybody may make, so that nothing keeps
 * it from the service but that nobody takes it for a request.
 */
@GatewayTest
@SuppressWarnings("NullAway.Init") // the resource fills the field
class SmugglingTest {

    private static final String UPLOAD = "/api/v1/admin/models/digest/versions";

    private final String token = Tokens.of("ana", "analyst");
    private final String id = UUID.randomUUID().toString();
    private final String hiddenId = UUID.randomUUID().toString();

    Upstream upstream;

    /** {@code %h} stands for the hidden request, {@code %n} for its length, {@code %x} for that in hexadecimal, {@code ~} for CR LF. */
    static Stream<Arguments> headsInDoubt() {
        return Stream.of(
                // Two lengths: one reader takes the one, the next one the other.
                head("CL.TE", "Content-Length: %m~Transfer-Encoding: chunked", "0~~%h"),
                head("TE.CL", "Transfer-Encoding: chunked~Content-Length: 4", "%x~%h~0~~"),
                head("CL.TE, zero", "Content-Length: 0~Transfer-Encoding: chunked", "0~~%h"),
                head("CL.CL", "Content-Length: 0~Content-Length: %n", "%h"),
                head("CL.CL reversed", "Content-Length: %n~Content-Length: 0", "%h"),
                head("CL.CL the same", "Content-Length: %n~Content-Length: %n", "%h"),
                head("CL list", "Content-Length: 0, %n", "%h"),
                head("CL list of one", "Content-Length: %n,", "%h"),
                head("CL with a sign", "Content-Length: +0", "%h"),
                head("CL negative", "Content-Length: -1", "%h"),
                head("CL octal", "Content-Length: 0x0", "%h"),
                head("CL with a space", "Content-Length: 0 0", "%h"),
                head("CL of nothing", "Content-Length:", "%h"),
                head("CL of a letter", "Content-Length: zero", "%h"),
                head("CL past 64 bits", "Content-Length: 18446744073709551616", "%h"),
                head("CL past 63 bits", "Content-Length: 9223372036854775808", "%h"),
                head("CL with a fraction", "Content-Length: 0.0", "%h"),
                head("CL in other digits", "Content-Length: \u00b2", "%h"),
                // Transfer codings that not everybody reads the same way.
                head("TE.TE", "Transfer-Encoding: chunked~Transfer-Encoding: identity", "0~~%h"),
                head("TE twice", "Transfer-Encoding: chunked~Transfer-Encoding: chunked", "0~~%h"),
                head("TE list", "Transfer-Encoding: chunked, identity", "0~~%h"),
                head("TE list the same", "Transfer-Encoding: chunked, chunked", "0~~%h"),
                head("TE of something else", "Transfer-Encoding: xchunked", "0~~%h"),
                head("TE of something before", "Transfer-Encoding: gzip, chunked", "0~~%h"),
                head("TE identity", "Transfer-Encoding: identity", "%h"),
                head("TE in quotes", "Transfer-Encoding: \"chunked\"", "0~~%h"),
                head("TE with a parameter", "Transfer-Encoding: chunked;q=1", "0~~%h"),
                head("TE of nothing", "Transfer-Encoding:", "0~~%h"),
                head("TE with a vertical tab", "Transfer-Encoding: \u000bchunked", "0~~%h"),
                head("TE with a zero", "Transfer-Encoding: chunked\u0000", "0~~%h"),
                head("TE obsolete fold and CL", "Content-Length: %m~Transfer-Encoding:~ chunked", "0~~%h"),
                head("TE behind a bare CR", "Content-Length: %m~X: y\rTransfer-Encoding: chunked", "0~~%h"),
                head("TE behind a bare LF, with CL", "Content-Length: %m~X: y\nTransfer-Encoding: chunked", "0~~%h"),
                // Names that are none.
                head("TE, a space before the colon", "Transfer-Encoding : chunked", "0~~%h"),
                head("TE, a tab before the colon", "Transfer-Encoding\t: chunked", "0~~%h"),
                head("CL, a space before the colon", "Content-Length : %n", "%h"),
                head("CL twice, one with a space", "Content-Length: 0~Content-Length : %n", "%h"),
                head("a space in a name", "Content Length: 0", "%h"),
                head("a zero in a name", "Content-Length\u0000: 0", "%h"),
                head("a letter beyond ASCII in a name", "Content-L\u00e9ngth: 0", "%h"),
                head("a name that is empty", ": 0~Content-Length: 0~Content-Length: %n", "%h"),
                head("a line without a colon", "Content-Length~Content-Length: 0, %n", "%h"),
                // Heads past their limit, which must not be cut and read on.
                head("a head of 17 KB", "X: " + "x".repeat(17 * 1024) + "~Content-Length: 0", "%h"),
                head("a thousand headers", "X-Something: 0123456789~".repeat(1_000) + "Content-Length: 0", "%h"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headsInDoubt")
    void aHeadThatCanBeReadInTwoWaysIsRefusedWithAllThatFollows(String what, String framing, String body)
            throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            sent(connection, request("PUT", "/api/v1/admin/models/digest", framing, body));

            // Then
            assertThat(connection.rest())
                    .matches("(?s)HTTP/1\\.1 (400|431) .*")
                    .containsOnlyOnce("HTTP/1.1 ")
                    .doesNotContain("HTTP/1.1 2");
            assertThat(upstream.seen(id)).isNull();
            assertThat(upstream.seen(hiddenId)).isNull();
        }
    }

    static Stream<Arguments> chunksInDoubt() {
        return Stream.of(
                chunks("a size that is none", "zz~%h~0~~"),
                chunks("no size", "~%h~0~~"),
                chunks("a negative size", "-1~%h~0~~"),
                chunks("a size with a plus", "+5~hello~0~~%h"),
                chunks("a size with 0x", "0x5~hello~0~~%h"),
                chunks("a size past 32 bits", "100000000~%h~0~~"),
                chunks("a size past 64 bits", "10000000000000000~%h~0~~"),
                chunks("a size of 2^63", "8000000000000000~%h~0~~"),
                chunks("a size of all ones", "ffffffffffffffff~%h~0~~"),
                chunks("a size with a comma", "5,5~hello~0~~%h"),
                chunks("a size with an underscore", "0_5~hello~0~~%h"),
                chunks("a size too small", "1~%h~0~~"),
                chunks("more than the size, then an end", "5~helloX~0~~%h"),
                chunks("no line after a chunk", "5~hello0~~%h"),
                chunks("a bare LF after a size", "5\nhello~0~~%h"),
                chunks("a bare LF after a chunk", "5~hello\n0~~%h"),
                chunks("a bare LF at the end", "5~hello~0\n\n%h"),
                chunks("a bare CR after a size", "5\rhello~0~~%h"),
                chunks("an extension with a bare LF", "5;\nxx~hello~0~~%h"),
                chunks("an extension with a bare CR", "5;a\rb~hello~0~~%h"),
                chunks("an extension with a zero", "5;\u0000~hello~0~~%h"),
                chunks("a size in other digits", "\u00b2~he~0~~%h"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chunksInDoubt")
    void chunksThatCanBeReadInTwoWaysEndTheConnectionAndTheServicesRequest(String what, String body)
            throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            sent(connection, request("POST", UPLOAD, "Transfer-Encoding: chunked", body));

            // Then
            assertThat(restOf(connection)).doesNotContain("HTTP/1.1 2");
            assertThat(upstream.seen(id))
                    .satisfiesAnyOf(
                            seen -> assertThat(seen).isNull(),
                            seen -> assertThat(seen.whole()).isFalse());
            assertThat(upstream.seen(hiddenId)).isNull();
        }
    }

    static Stream<Arguments> framingsBeyondDoubt() {
        return Stream.of(
                head("a length", "Content-Length: %n", "%h"),
                head("one chunk", "Transfer-Encoding: chunked", "%x~%h~0~~"),
                head("chunked in capitals", "TRANSFER-ENCODING: CHUNKED", "%x~%h~0~~"),
                head("chunked behind a tab", "Transfer-Encoding:\tchunked", "%x~%h~0~~"),
                head("a size with zeroes", "Transfer-Encoding: chunked", "000%x~%h~0~~"),
                head("an extension", "Transfer-Encoding: chunked", "%x;name=\"0\"~%h~0~~"),
                head("an underscore, which is another header", "Transfer_Encoding: chunked~Content-Length: %n", "%h"),
                head("a trailer that says a length", "Transfer-Encoding: chunked", "%x~%h~0~Content-Length: 0~~"),
                head("a trailer that says a coding", "Transfer-Encoding: chunked", "%x~%h~0~Transfer-Encoding: x~~"),
                head("a header over two lines", "X: y~ z~Content-Length: %n", "%h"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("framingsBeyondDoubt")
    void aRequestInABodyIsABody(String what, String framing, String body) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            sent(connection, request("POST", UPLOAD, framing, body)).send("""
                    GET /api/v1/models HTTP/1.1
                    Host: gateway
                    Connection: close

                    """);

            // Then: both are answered, and what was hidden was the first one's body
            String answers = connection.rest();
            assertThat(answers).startsWith("HTTP/1.1 202 ").contains(digest(hidden()), "\"uri\":\"/api/v1/models\"");
            assertThat(answers.split("HTTP/1\\.1 ", -1)).hasSize(3);
            assertThat(upstream.seen(hiddenId)).isNull();
        }
    }

    @Test
    void aRequestInTheBodyOfAReadIsABodyToo() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            sent(connection, request("GET", "/api/v1/models", "Content-Length: %n", "%h"))
                    .send("""
                    GET /api/v1/models?second HTTP/1.1
                    Host: gateway
                    Connection: close

                    """);

            // Then
            String answers = connection.rest();
            assertThat(answers).contains("\"uri\":\"/api/v1/models\"", "\"uri\":\"/api/v1/models?second\"");
            assertThat(answers.split("HTTP/1\\.1 ", -1)).hasSize(3);
            assertThat(upstream.seen(hiddenId)).isNull();
        }
    }

    @Test
    void aRequestBehindOneThatIsRefusedIsNotTaken() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When: refused for want of a token, with a body that nobody reads
            sent(
                    connection,
                    request("PUT", "/api/v1/admin/models/digest", "Content-Length: %n", "%h")
                            .replace("Authorization: Bearer " + token + "\r\n", ""));

            // Then
            assertThat(connection.rest()).startsWith("HTTP/1.1 401 ").containsOnlyOnce("HTTP/1.1 ");
            assertThat(upstream.seen(hiddenId)).isNull();
        }
    }

    /** The codec forgives them, and there is one way only to read them: the service gets them in a framing of our own. */
    @ParameterizedTest
    @ValueSource(strings = {" 5", "5 ", "5\u0000", "0000000000000005"})
    void aSizeWithSomethingAroundItIsThatSize(String size) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            sent(connection, request("POST", UPLOAD, "Transfer-Encoding: chunked", size + "~hello~0~~"));

            // Then
            assertThat(connection.answer()).startsWith("http/1.1 202 ").endsWith(digest("hello"));
        }
    }

    @Test
    void anotherProtocolIsNotSwitchedTo() throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            connection.send("""
                    GET /api/v1/models HTTP/1.1
                    Host: gateway
                    Connection: Upgrade, HTTP2-Settings
                    Upgrade: h2c
                    HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA

                    """);

            // Then
            assertThat(connection.answer())
                    .startsWith("http/1.1 200 ")
                    .doesNotContain("\"upgrade\"", "\"http2-settings\"");
        }
    }

    private static Arguments head(String what, String framing, String body) {
        return Arguments.of(what, framing, body);
    }

    private static Arguments chunks(String what, String body) {
        return Arguments.of(what, body);
    }

    private static RawConnection sent(RawConnection connection, String text) throws IOException {
        return connection.send(text.getBytes(ISO_8859_1));
    }

    private String hidden() {
        return "GET /api/v1/models/hidden HTTP/1.1\r\nHost: gateway\r\nX-Correlation-Id: " + hiddenId + "\r\n\r\n";
    }

    private String request(String method, String path, String framing, String body) {
        String head = "%s %s HTTP/1.1~Host: gateway~Authorization: Bearer %s~X-Correlation-Id: %s~"
                .formatted(method, path, token, id);
        int length = hidden().length();
        return (head + framing + "~~" + body)
                .replace("~", "\r\n")
                .replace("%n", Integer.toString(length))
                .replace("%m", Integer.toString(length + 5))
                .replace("%x", Integer.toHexString(length))
                .replace("%h", hidden());
    }

    /** All that comes; a connection that is reset says no more. */
    private static String restOf(RawConnection connection) throws IOException {
        try {
            return connection.rest();
        } catch (SocketException e) {
            return "";
        }
    }

    private static String digest(String text) {
        Digest digest = new Digest();
        digest.add(text.getBytes(ISO_8859_1));
        return digest.hex();
    }
}
