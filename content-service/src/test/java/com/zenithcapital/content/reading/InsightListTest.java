package com.zenithcapital.content.reading;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.content.testing.LiveInsight;
import com.zenithcapital.content.testing.LiveRows;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "content"))
@WithTestResource(TokenResource.class)
class InsightListTest {

    private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
    private static final String INSIGHTS = "/api/v1/insights";

    @Inject
    DataSource database;

    @BeforeEach
    void clear() {
        LiveRows.clear(database);
    }

    @Test
    void theNewestIsFirstAndAllOfACardIsThere() {
        // Given
        publish("first", 1).tagged("Rates").publish(database);
        publish("second", 2);

        // When
        ValidatableResponse answer = given().when().get(INSIGHTS).then();

        // Then
        answer.statusCode(200)
                .contentType("application/json")
                .body("items.slug", contains("second", "first"))
                .body("items[1].tags", contains("Rates"))
                .body("items[1].authors", contains("Ana Example"))
                .body("next", nullValue());
    }

    @Test
    void anEmptyListIsAList() {
        // When
        ValidatableResponse answer = given().when().get(INSIGHTS + "?tag=none").then();

        // Then
        answer.statusCode(200).body("items", is(List.of())).body("next", nullValue());
    }

    @Test
    void filtersCombine() {
        // Given
        insight("a", 1)
                .tagged("Rates", "Europe")
                .by("Ana Example")
                .about("Acme plc", "ACM")
                .publish(database);
        insight("b", 2).tagged("Rates").by("Ana Example").publish(database);
        insight("c", 3)
                .tagged("Rates", "Europe")
                .by("Bo Other")
                .about("Acme plc", "ACM")
                .publish(database);
        insight("d", 4)
                .tagged("Europe")
                .by("Ana Example")
                .about("Acme plc", "ACM")
                .publish(database);

        // When
        ValidatableResponse answer = given().queryParam("tag", "RATES")
                .queryParam("author", "ana example")
                .queryParam("issuer", "acm")
                .when()
                .get(INSIGHTS)
                .then();

        // Then
        answer.statusCode(200).body("items.slug", contains("a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since=2026-01-01T09:02:00Z|c b",
                "until=2026-01-01T09:02:00Z|a",
                "since=2026-01-01T09:02:00Z&until=2026-01-01T09:03:00Z|b",
                "since=2026-01-01T11:02:00%2B02:00&sort=oldest|b c",
                "sort=oldest|a b c",
                "sort=newest|c b a",
                "issuer=acm&sort=oldest&since=2026-01-01T09:02:00Z|b c",
            })
    void timesAreHalfOpenRanges(String query, String slugs) {
        // Given
        insight("a", 1).about("ACM").publish(database);
        insight("b", 2).about("ACM").publish(database);
        insight("c", 3).about("ACM").publish(database);

        // When
        ValidatableResponse answer = given().urlEncodingEnabled(false)
                .when()
                .get(INSIGHTS + "?" + query)
                .then();

        // Then
        answer.statusCode(200).body("items.slug", is(List.of(slugs.split(" "))));
    }

    @Test
    void onlyTheFieldsThatAreAskedForAreGiven() {
        // Given
        publish("a", 1);

        // When
        ValidatableResponse answer =
                given().when().get(INSIGHTS + "?fields=title,slug").then();

        // Then
        answer.statusCode(200).body("items", is(List.of(Map.of("slug", "a", "title", "Title of a"))));
    }

    @Test
    void visitorsDoNotSeeWhatIsForClients() {
        // Given
        publish("open", 1);
        insight("gated", 2).tagged("Rates").forClients().publish(database);

        // When
        ValidatableResponse visitor = given().when().get(INSIGHTS).then();
        ValidatableResponse client = as("rhea", "reader").when().get(INSIGHTS).then();
        ValidatableResponse analyst = as("ana", "analyst").when().get(INSIGHTS).then();
        ValidatableResponse byTag = given().when().get(INSIGHTS + "?tag=rates").then();

        // Then
        visitor.body("items.slug", contains("open"));
        client.body("items.slug", contains("gated", "open"))
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization"));
        analyst.body("items.slug", contains("open"));
        byTag.body("items", is(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tag=rates", "sort=oldest", "author=ana%20example&tag=rates", "fields=slug", "q=body"})
    void pagesFollowOnEachOther(String query) {
        // Given
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            insight("n" + i, i / 3).tagged("Rates").publish(database);
            all.add("n" + i);
        }

        // When
        List<List<String>> pages = pages(query, 5);

        // Then
        assertThat(pages).hasSize(5);
        assertThat(pages.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aReaderWhoPagesWhileOthersPublishSeesEachItemThatWasThereOnce() {
        // Given
        List<String> atStart = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            insight("start" + i, i).tagged("Rates").publish(database);
            atStart.add("start" + i);
        }
        AtomicInteger later = new AtomicInteger();
        Runnable publish = () -> LiveInsight.named("later" + later.incrementAndGet(), Instant.now())
                .tagged("Rates")
                .publish(database);
        List<String> seen;

        // When
        try (ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor()) {
            // Twenty a second.
            ScheduledFuture<?> publishing = writer.scheduleAtFixedRate(publish, 0, 50, TimeUnit.MILLISECONDS);
            seen = pages("tag=rates", 3).stream().flatMap(List::stream).toList();
            publishing.cancel(false);
        }

        // Then
        assertThat(later).hasPositiveValue();
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(slug -> slug.startsWith("start"))).containsExactlyInAnyOrderElementsOf(atStart);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=red|query:colour",
                "tag=a&tag=b|query:tag",
                "tag=|query:tag",
                "tag=%00|query:tag",
                "author=a%0Ab|query:author",
                "fields=title,secret|query:fields",
                "fields=|query:fields",
                "fields=excerpt|query:fields",
                "sort=best|query:sort",
                "sort=newest&q=rates|query:sort",
                "since=yesterday|query:since",
                "since=2026-01-01|query:since",
                "until=9999999-01-01T00:00:00Z|query:until",
                "since=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z|query:until",
                "limit=0|query:limit",
                "limit=101|query:limit",
                "limit=ten|query:limit",
                "cursor=nonsense|query:cursor",
                "cursor=|query:cursor",
                "q=%20|query:q",
                "q=a%00b|query:q",
            })
    void whatIsWrongIsRefusedAtItsPlace(String query, String pointer) {
        // When
        ValidatableResponse answer = given().urlEncodingEnabled(false)
                .when()
                .get(INSIGHTS + "?" + query)
                .then();

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({"q,201", "tag,101", "author,101", "issuer,101"})
    void whatIsTooLongIsRefused(String name, int length) {
        // When
        ValidatableResponse answer = given().queryParam(name, "x".repeat(length))
                .when()
                .get(INSIGHTS)
                .then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", is("query:" + name));
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        // Given
        publish("a", 1);
        publish("b", 2);
        String next = given().get(INSIGHTS + "?limit=1").jsonPath().getString("next");

        // When
        ValidatableResponse answer = given().queryParam("cursor", next)
                .queryParam("sort", "oldest")
                .when()
                .get(INSIGHTS)
                .then();

        // Then
        answer.statusCode(400).body("type", is("urn:zenith:problem:invalid-cursor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or 1=1 --",
                "'; drop table live; --",
                "\\",
                "%",
                "a & | ! ( ) <-> :*",
                "\"",
                "\"unclosed phrase",
                "- - -",
                "or or or",
                "😀 ��",
                "{}[]$1$2",
                "?",
                "İstanbul",
            })
    void textsThatLookLikeSomethingElseAreTexts(String text) {
        // Given
        publish("a", 1);

        // When
        ValidatableResponse search =
                given().queryParam("q", text).when().get(INSIGHTS).then();
        ValidatableResponse filter = given().queryParam("tag", text)
                .queryParam("author", text)
                .when()
                .get(INSIGHTS)
                .then();

        // Then
        search.statusCode(200);
        filter.statusCode(200).body("items", is(List.of()));
    }

    /** The server itself answers, without a word: it meets no route and no filter. */
    @ParameterizedTest
    @ValueSource(strings = {"q=50%", "q=%zz", "tag=%"})
    void aQueryThatCannotBeDecodedIsRefused(String query) throws IOException {
        // Given
        String request =
                "GET %s?%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(INSIGHTS, query);

        // When
        String answer;
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
        }

        // Then
        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    private List<List<String>> pages(String query, int limit) {
        List<List<String>> pages = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = given().urlEncodingEnabled(false)
                    .get(INSIGHTS + "?limit=" + limit + (query.isEmpty() ? "" : "&" + query)
                            + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            pages.add(page.getList("items.slug"));
            cursor = page.getString("next");
        } while (cursor != null);
        return pages;
    }

    private LiveInsight publish(String slug, int minute) {
        return insight(slug, minute).publish(database);
    }

    private static LiveInsight insight(String slug, int minute) {
        return LiveInsight.named(slug, START.plus(Duration.ofMinutes(minute)));
    }

    private static RequestSpecification as(String user, String role) {
        return given().auth().oauth2(Tokens.of(user, role));
    }
}
