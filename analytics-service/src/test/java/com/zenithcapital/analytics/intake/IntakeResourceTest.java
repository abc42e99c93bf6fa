package com.zenithcapital.analytics.intake;

import static com.zenithcapital.analytics.intake.Sent.browser;
import static com.zenithcapital.analytics.intake.Sent.id;
import static com.zenithcapital.analytics.intake.Sent.pageView;
import static com.zenithcapital.analytics.intake.Sent.post;
import static com.zenithcapital.analytics.intake.Sent.program;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.analytics.event.EventsReceived;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "analytics"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
@Timeout(60)
class IntakeResourceTest {

    private final EventLog log = EventLog.open();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aPageViewIsOnKafkaWhenItIsAccepted() {
        // Given
        String id = id();

        // When
        ValidatableResponse answer = post(
                browser()
                        .header("X-Correlation-Id", "work-1")
                        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                """
                {"id":"%s","name":"pageview","url":"https://www.zenith.example/insights/rates-in-march/?utm_source=march-letter&utm_medium=email#top",
                 "referrer":"https://www.google.com/search","title":" Rates in\\u0000 March ","screen":1440,
                 "props":{"place":"footer","step":2,"share":0.5,"first":true,"plan":null},"unknown":{"deep":[1,{}]}}""".formatted(id));

        // Then
        answer.statusCode(202)
                .contentType("application/json")
                .body("accepted", is(1))
                .body("rejected", is(empty()))
                .header("Access-Control-Allow-Origin", Sent.SITE)
                .header("Vary", containsString("Origin"));
        EventLog.Entry entry = log.with(id);
        assertThat(entry.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", EventsReceived.TYPE)
                .containsEntry("ce_source", "/zenith/analytics-service")
                .containsEntry("content-type", "application/json")
                .containsEntry("X-Correlation-Id", "work-1")
                .containsEntry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .containsKeys("ce_id", "ce_time")
                .containsEntry("ce_subject", entry.key());
        assertThat(entry.key()).matches("[0-9a-f]{16}");
        assertThat(entry.data().path("visitor").asText()).isEqualTo(entry.key());
        assertThat(entry.data().path("browser").asText()).isEqualTo("Firefox");
        assertThat(entry.data().path("system").asText()).isEqualTo("Linux");
        assertThat(entry.data().path("device").asText()).isEqualTo("desktop");
        assertThat(entry.data().has("filter")).isFalse();
        assertThat(entry.event(0).path("path").asText()).isEqualTo("/insights/rates-in-march");
        assertThat(entry.event(0).path("insight").asText()).isEqualTo("rates-in-march");
        assertThat(entry.event(0).path("title").asText()).isEqualTo("Rates in March");
        assertThat(entry.event(0).path("source").asText()).isEqualTo("march-letter");
        assertThat(entry.event(0).path("channel").asText()).isEqualTo("email");
        assertThat(entry.event(0).path("props").toString())
                .isEqualTo("{\"place\":\"footer\",\"step\":2,\"share\":0.5,\"first\":true,\"plan\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "text/plain;charset=UTF-8", "application/json; charset=utf-8", "APPLICATION/JSON"})
    void beaconsAndFetchesAreTaken(String type) {
        // When
        ValidatableResponse answer = post(browser().contentType(type), pageView(id(), "/"));

        // Then
        answer.statusCode(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/xml", "text/html"})
    void otherTypesAreNot(String type) {
        // When
        ValidatableResponse answer = post(browser().contentType(type), pageView(id(), "/"));

        // Then
        answer.statusCode(415)
                .body("type", is("urn:zenith:problem:unsupported-media-type"))
                .header("Access-Control-Allow-Origin", Sent.SITE);
    }

    @Test
    void ofSeveralTheGoodOnesAreTakenAndTheOthersNamed() {
        // Given
        String id = id();
        String old = Instant.now().minus(Duration.ofDays(8)).toString();

        // When
        ValidatableResponse answer = post(browser(), """
                [%s,{"name":"pageview"},{"name":"pageview","url":"/","occurredAt":"%s"},7]""".formatted(pageView(id, "/models/dcf-base"), old));

        // Then
        answer.statusCode(202)
                .body("accepted", is(1))
                .body("rejected.index", equalTo(List.of(1, 2, 3)))
                .body("rejected.reason", equalTo(List.of("missing-field", "too-old", "not-an-object")))
                .body("rejected.pointer", equalTo(List.of("/1/url", "/2/occurredAt", "/3")));
        EventLog.Entry entry = log.with(id);
        assertThat(entry.data().path("events")).hasSize(1);
        assertThat(entry.event(0).path("model").asText()).isEqualTo("dcf-base");
    }

    @Test
    void aHundredAreOneRecord() {
        // Given
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> id()).toList();

        // When
        ValidatableResponse answer =
                post(browser(), ids.stream().map(id -> pageView(id, "/")).collect(Collectors.joining(",", "[", "]")));

        // Then
        answer.statusCode(202).body("accepted", is(100));
        assertThat(log.with(ids.getLast()).data().path("events")).hasSize(100);
    }

    @Test
    void whereNoneIsTakenTheRequestIsInvalid() {
        // When
        ValidatableResponse answer = post(browser(), """
                [{"name":"pageview"},{"name":"page/view","url":"/"}]""");

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("urn:zenith:problem:invalid-request"))
                .body("errors.pointer", equalTo(List.of("/0/url", "/1/name")))
                .body("rejected.reason", equalTo(List.of("missing-field", "invalid-name")));
    }

    private static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("\"name\":5,\"url\":\"/\"", "/name", "wrong-type"),
                Arguments.of("\"name\":{\"a\":[1]},\"url\":\"/\"", "/name", "wrong-type"),
                Arguments.of("\"name\":\"\",\"url\":\"/\"", "/name", "invalid-name"),
                Arguments.of("\"name\":\"%s\",\"url\":\"/\"".formatted("n".repeat(65)), "/name", "invalid-name"),
                Arguments.of("\"name\":\"<b>\",\"url\":\"/\"", "/name", "invalid-name"),
                Arguments.of("\"name\":\"a\",\"url\":\"ftp://a/b\"", "/url", "invalid-url"),
                Arguments.of("\"name\":\"a\",\"url\":\"javascript:alert(1)\"", "/url", "invalid-url"),
                Arguments.of("\"name\":\"a\",\"url\":\"https://\"", "/url", "invalid-url"),
                Arguments.of("\"name\":\"a\",\"url\":\"\"", "/url", "invalid-url"),
                Arguments.of("\"name\":\"a\",\"url\":\"/%s\"".formatted("u".repeat(2048)), "/url", "invalid-url"),
                Arguments.of("\"name\":\"a\",\"url\":\"/%s\"".formatted("u".repeat(1024)), "/url", "invalid-url"),
                Arguments.of("\"name\":\"a\",\"url\":\"/\",\"id\":\"1-2-3-4-5\"", "/id", "invalid-id"),
                Arguments.of(
                        "\"name\":\"a\",\"url\":\"/\",\"occurredAt\":\"yesterday\"", "/occurredAt", "invalid-time"),
                Arguments.of("\"name\":\"a\",\"url\":\"/\",\"screen\":0", "/screen", "invalid-screen"),
                Arguments.of("\"name\":\"a\",\"url\":\"/\",\"screen\":20001", "/screen", "invalid-screen"),
                Arguments.of(
                        "\"name\":\"a\",\"url\":\"/\",\"screen\":99999999999999999999", "/screen", "invalid-screen"),
                Arguments.of("\"name\":\"a\",\"url\":\"/\",\"screen\":\"800\"", "/screen", "wrong-type"),
                Arguments.of("\"name\":\"a\",\"url\":\"/\",\"props\":[1]", "/props", "wrong-type"),
                Arguments.of("\"name\":\"a\",\"url\":\"/\",\"props\":{\"a\":{}}", "/props/a", "invalid-props"),
                Arguments.of("\"name\":\"a\",\"url\":\"/\",\"props\":{\"a/b\":[]}", "/props/a~1b", "invalid-props"),
                Arguments.of("\"name\":\"a\",\"url\":\"/\",\"props\":{\"a\":1e400}", "/props/a", "invalid-props"),
                Arguments.of("\"name\":\"a\",\"url\":\"/\",\"props\":{\"\":1}", "/props", "invalid-props"),
                Arguments.of(
                        "\"name\":\"a\",\"url\":\"/\",\"props\":{\"a\":\"%s\"}".formatted("v".repeat(501)),
                        "/props/a",
                        "invalid-props"),
                Arguments.of(
                        "\"name\":\"a\",\"url\":\"/\",\"props\":"
                                + IntStream.range(0, 21)
                                        .mapToObj("\"k%1$d\":%1$d"::formatted)
                                        .collect(Collectors.joining(",", "{", "}")),
                        "/props",
                        "invalid-props"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNamedWithItsPlace(String fields, String pointer, String reason) {
        // When
        ValidatableResponse answer = post(browser(), "{" + fields + "}");

        // Then
        answer.statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", is(pointer))
                .body("rejected[0].reason", is(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "{\"name\":}",
                "{\"name\":\"a\",\"url\":\"/\"} x",
                "{\"name\":\"a\",\"url\":\"/\"}{}",
                "{\"name\":NaN}",
                "nonsense",
                "{'name':'a'}"
            })
    void whatIsNoJsonIsSaidToBeNone(String body) {
        // When
        ValidatableResponse answer = post(browser(), body);

        // Then
        answer.statusCode(400).body("type", is("urn:zenith:problem:malformed-json"));
    }

    @Test
    void neitherDepthNorDigitsWearItOut() {
        // Given
        List<String> bodies = List.of(
                "[".repeat(30_000),
                "{\"a\":".repeat(10_000),
                "[{\"name\":\"a\",\"url\":\"/\",\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}]",
                "{\"name\":\"a\",\"url\":\"/\",\"props\":{\"n\":" + "9".repeat(60_000) + "}}",
                "{\"name\":\"a\",\"url\":\"/\",\"n\":1e" + "9".repeat(50_000) + "}");

        // When
        List<Integer> statuses = bodies.stream()
                .map(body -> post(browser(), body).extract().statusCode())
                .toList();

        // Then
        assertThat(statuses).containsOnly(400);
    }

    @ParameterizedTest
    @CsvSource({"'[]'", "'5'", "'\"text\"'", "'null'", "'true'"})
    void whatHoldsNoEventIsInvalid(String body) {
        // When
        ValidatableResponse answer = post(browser(), body);

        // Then
        answer.statusCode(400).body("type", is("urn:zenith:problem:invalid-request"));
    }

    @Test
    void moreThanAHundredAreInvalid() {
        // Given
        String body = IntStream.range(0, 101).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));

        // When
        ValidatableResponse answer = post(browser(), body);

        // Then
        answer.statusCode(400).body("detail", containsString("100"));
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

    @Test
    void aFieldThatIsThereTwiceCountsAsTheLast() {
        // Given
        String id = id();

        // When
        ValidatableResponse answer = post(browser(), """
                {"id":"%s","name":"pageview","url":"/first","url":"/second"}""".formatted(id));

        // Then
        answer.statusCode(202);
        assertThat(log.with(id).event(0).path("path").asText()).isEqualTo("/second");
    }

    @Test
    void aTimeToComeIsTakenAsNow() {
        // Given
        String id = id();
        String later = Instant.now().plus(Duration.ofDays(400)).toString();

        // When
        ValidatableResponse answer = post(browser(), """
                {"id":"%s","name":"pageview","url":"/","occurredAt":"%s"}""".formatted(id, later));

        // Then
        answer.statusCode(202);
        EventLog.Entry entry = log.with(id);
        assertThat(entry.event(0).path("clamped").asBoolean()).isTrue();
        assertThat(entry.event(0).path("occurredAt").asText())
                .isEqualTo(entry.data().path("receivedAt").asText());
    }

    @Test
    void textsAreFreeOfWhatCannotBeKept() {
        // Given
        String id = id();

        // When
        ValidatableResponse answer = post(browser(), """
                {"id":"%s","name":"a\\u0000b","url":"/x\\u0000\\ud800y%%00%%41","title":"t\\udc00\\u001f\\u0085",
                 "props":{"k\\u0000":"v\\ud83d"}}""".formatted(id));

        // Then
        answer.statusCode(202);
        EventLog.Entry entry = log.with(id);
        assertThat(entry.event(0).path("name").asText()).isEqualTo("ab");
        assertThat(entry.event(0).path("path").asText()).isEqualTo("/xyA");
        assertThat(entry.event(0).path("title").asText()).isEqualTo("t");
        assertThat(entry.event(0).path("props").toString()).isEqualTo("{\"k\":\"v\"}");
    }

    @Test
    void aProgramIsAnsweredAndNotCounted() {
        // Given
        String id = id();

        // When
        ValidatableResponse answer = post(program().header("User-Agent", "curl/8.5.0"), pageView(id, "/"));

        // Then
        answer.statusCode(202).body("accepted", is(1));
        EventLog.Entry entry = log.with(id);
        assertThat(entry.data().path("filter").asText()).isEqualTo("bot-user-agent");
        assertThat(entry.event(0).path("path").asText()).isEqualTo("/");
    }
}
