package com.zenithcapital.content;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.draft;
import static com.zenithcapital.content.testing.Api.max;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.visitor;
import static com.zenithcapital.content.testing.Api.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.content.testing.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong is a problem of the caller's, told with its place. The lists are generated: each field, each fault. */
@QuarkusTest
class BadInputTest {

    private static final List<String> TEXTS =
            List.of("title", "summary", "body", "slug", "issuer", "ticker", "rating", "language", "audience", "note");
    private static final List<String> LISTS = List.of("tags", "authors", "disclosures", "models", "coEditors");
    private static final List<String> OBJECTS = List.of("targetPrice", "seo", "heroImage");

    private static Stream<Arguments> fields() {
        List<Arguments> cases = new ArrayList<>();
        for (String field : TEXTS) {
            for (Object wrong : List.of(5, true, List.of("x"), Map.of("a", 1), "nul \u0000", "x".repeat(200_001))) {
                cases.add(Arguments.of(field, wrong, "/" + field));
            }
        }
        for (String field : LISTS) {
            for (Object wrong : List.of("x", 5, true, Map.of("a", 1))) {
                cases.add(Arguments.of(field, wrong, "/" + field));
            }
            for (Object wrong : List.of(5, true, List.of("x"), Map.of("a", 1), "", "nul \u0000", "x".repeat(5_000))) {
                cases.add(Arguments.of(field, List.of("ok", wrong), "/" + field + "/1"));
            }
            List<@Nullable String> withNull = new ArrayList<>();
            withNull.add(null);
            cases.add(Arguments.of(field, withNull, "/" + field + "/0"));
            List<String> many =
                    Stream.iterate(0, i -> i + 1).limit(60).map(i -> "x" + i).toList();
            cases.add(Arguments.of(field, many, "/" + field));
        }
        for (String field : OBJECTS) {
            for (Object wrong : List.of("x", 5, true, List.of("x"))) {
                cases.add(Arguments.of(field, wrong, "/" + field));
            }
            cases.add(Arguments.of(field, Map.of("surprise", 1), "/" + field + "/surprise"));
        }
        for (String unknown : List.of("id", "state", "revision", "html", "createdBy", "publishedAt", "x")) {
            cases.add(Arguments.of(unknown, "x", "/" + unknown));
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("fields")
    void aWrongFieldIsNamed(String field, Object wrong, String pointer) {
        // Given
        Map<String, Object> text = with(new HashMap<>(Map.of("title", "Title")), field, wrong);

        // When
        Response answer = max().body(text).post(INSIGHTS);

        // Then
        assertRefused(answer, 400);
        assertThat(JsonPath.from(answer.asString()).getString("errors[0].pointer"))
                .isEqualTo(pointer);
    }

    private static Stream<Arguments> bodies() {
        List<Arguments> cases = new ArrayList<>();
        for (String path : List.of("", "/{id}/schedule", "/{id}/withdraw", "/{id}/correct", "/bulk")) {
            for (String body :
                    List.of("", "null", "[]", "5", "\"x\"", "{", "{\"a\":}", "{} {}", "{\"surprise\":1}", "\u0000")) {
                cases.add(Arguments.of(path, body));
            }
        }
        for (String path : List.of("/{id}/approve", "/{id}/publish", "/{id}/restore", "/{id}/preview-links")) {
            for (String body : List.of("[]", "5", "\"x\"", "{", "{\"a\":}", "{\"surprise\":1}")) {
                cases.add(Arguments.of(path, body));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "POST {0} {1}")
    @MethodSource("bodies")
    void aWrongBodyIsRefused(String path, String body) {
        // Given
        String id = path.contains("{id}") ? draft() : "";

        // When
        Response answer = max().body(body).post((INSIGHTS + path).replace("{id}", id));

        // Then
        assertRefused(answer, 400);
    }

    private static Stream<String> queries() {
        List<String> cases = new ArrayList<>();
        for (String list : List.of("/api/v1/insights", "/api/v1/admin/insights", "/api/v1/admin/audit")) {
            for (String query : List.of(
                    "limit=0",
                    "limit=101",
                    "limit=-1",
                    "limit=x",
                    "limit=1.5",
                    "cursor=x",
                    "cursor=AAAA",
                    "cursor=" + "A".repeat(3_000))) {
                cases.add(list + "?" + query);
            }
        }
        for (String query : List.of(
                "limit=",
                "cursor=",
                "since=yesterday",
                "until=2026-13-01T00:00:00Z",
                "sort=sideways",
                "fields=title,secret",
                "fields=",
                "q=" + "x".repeat(300),
                "tag=" + "x".repeat(300),
                "tag=a&tag=b",
                "surprise=1",
                "q=x&sort=oldest")) {
            cases.add("/api/v1/insights?" + query);
        }
        for (String query : List.of("state=LOST", "mine=yes", "trash=1")) {
            cases.add("/api/v1/admin/insights?" + query);
        }
        for (String query : List.of("since=now", "insight=x", "surprise=1")) {
            cases.add("/api/v1/admin/audit?" + query);
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aWrongQueryIsRefused(String query) {
        // When
        Response answer = max().get(query);

        // Then
        assertRefused(answer, 400);
        assertThat(JsonPath.from(answer.asString()).getString("errors[0].pointer"))
                .startsWith("query:");
    }

    private static Stream<String> addresses() {
        return Stream.of("", "/revisions", "/revisions/1", "/revisions/x", "/publications", "/publications/1")
                .flatMap(step -> Stream.of("x", "00000000-0000-0000-0000-000000000000", "%00", "1".repeat(500))
                        .map(id -> INSIGHTS + "/" + id + step));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anAddressOfNothingIsNotFound(String path) {
        // When
        Response answer = max().urlEncodingEnabled(false).get(path);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    private static Stream<String> searches() {
        return Stream.of(
                "'",
                "\"",
                "\\",
                "%",
                "&|!()",
                ":*",
                "<->",
                "a <-> b",
                "-",
                "- -",
                "or or",
                "\u0000",
                "\uD83D\uDE00",
                "();--",
                "x' or '1'='1",
                "\"\"",
                "\"a",
                "*",
                "\t\n",
                "ﬀ");
    }

    @ParameterizedTest
    @MethodSource("searches")
    void whateverIsLookedForIsAnswered(String question) {
        // When
        Response answer = visitor().queryParam("q", question).get("/api/v1/insights");

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 400);
    }

    @ParameterizedTest
    @MethodSource("ifMatches")
    void anIfMatchThatIsNoneOfOursIsNotMet(String ifMatch) {
        // Given
        String id = Api.draft();

        // When
        Response answer = max().header("If-Match", ifMatch).body(text()).put(INSIGHTS + "/" + id);

        // Then
        assertRefused(answer, 412);
    }

    private static Stream<String> ifMatches() {
        return Stream.of(
                "*",
                "\"\"",
                "\"1\"",
                "\"1-1-1\"",
                "\"9999999999-1\"",
                "\"1-999999999\"",
                "\"-1-1\"",
                "x".repeat(2_000));
    }

    private static void assertRefused(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(JsonPath.from(answer.asString()).getString("type")).startsWith("urn:zenith:problem:");
    }
}
