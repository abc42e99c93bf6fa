package com.zenithcapital.content.transfer;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.ana;
import static com.zenithcapital.content.testing.Api.approved;
import static com.zenithcapital.content.testing.Api.as;
import static com.zenithcapital.content.testing.Api.ben;
import static com.zenithcapital.content.testing.Api.draft;
import static com.zenithcapital.content.testing.Api.eddie;
import static com.zenithcapital.content.testing.Api.get;
import static com.zenithcapital.content.testing.Api.max;
import static com.zenithcapital.content.testing.Api.published;
import static com.zenithcapital.content.testing.Api.save;
import static com.zenithcapital.content.testing.Api.slug;
import static com.zenithcapital.content.testing.Api.state;
import static com.zenithcapital.content.testing.Api.submitted;
import static com.zenithcapital.content.testing.Api.tag;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zenithcapital.content.testing.Kept;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TransferResourceTest {

    private static final String NDJSON = "application/x-ndjson";

    @Inject
    Kept kept;

    @Test
    void eachOfManyHasItsOwnResult() {
        // Given
        String first = approved(text());
        String draft = draft(text());
        String second = approved(text());
        String nobody = UUID.randomUUID().toString();

        // When
        ValidatableResponse answer =
                bulk(eddie(), Map.of("action", "publish", "ids", List.of(first, draft, nobody, second)));

        // Then
        answer.statusCode(200)
                .body("items.id", contains(first, draft, nobody, second))
                .body("items.status", contains(200, 409, 404, 200))
                .body("items[0].state", is("PUBLISHED"))
                .body("items[1].problem.type", endsWith(":wrong-state"));
        assertThat(state(second)).isEqualTo("PUBLISHED");
        assertThat(state(draft)).isEqualTo("DRAFT");
    }

    @Test
    void tagsArePutOnAndTakenOff() {
        // Given
        String id = draft();

        // When
        bulk(ana(), Map.of("action", "tag", "ids", List.of(id), "tags", List.of("Lithium", "EV")))
                .body("items.status", contains(200));
        bulk(ana(), Map.of("action", "untag", "ids", List.of(id), "tags", List.of("Autos")))
                .body("items.status", contains(200));

        // Then
        get(id).body("tags", contains("EV", "Lithium")).body("revision", is(3));
    }

    @Test
    void manyNeedWhatOneNeeds() {
        // Given
        String id = submitted(text());

        // When
        ValidatableResponse byAnalyst = bulk(ana(), Map.of("action", "approve", "ids", List.of(id)));
        ValidatableResponse byAnother = bulk(ben(), Map.of("action", "tag", "ids", List.of(id), "tags", List.of("x")));

        // Then
        byAnalyst.statusCode(403).body("errors[0].pointer", is("/action"));
        byAnother
                .statusCode(200)
                .body("items[0].status", is(403))
                .body("items[0].problem.type", endsWith(":not-your-insight"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"ids":["018f0000-0000-7000-8000-000000000000"]}                       | /action
                    {"action":"explode","ids":["018f0000-0000-7000-8000-000000000000"]}    | /action
                    {"action":"publish"}                                                   | /ids
                    {"action":"publish","ids":[]}                                          | /ids
                    {"action":"publish","ids":["x"]}                                       | /ids/0
                    {"action":"tag","ids":["018f0000-0000-7000-8000-000000000000"]}        | /tags
                    {"action":"withdraw","ids":["018f0000-0000-7000-8000-000000000000"]}   | /reason
                    """)
    void aListThatIsNoneIsToldWhereItIsWrong(String body, String pointer) {
        // When
        ValidatableResponse answer = max().body(body).post(INSIGHTS + "/bulk").then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", is(pointer));
    }

    /** A pattern that tried this text in every way would take hours. */
    @Test
    void aReasonOfAMillionCharactersIsRefusedAtOnce() {
        // Given
        String reason = "x".repeat(900_000) + "\u0000";
        Map<String, Object> input = Map.of("action", "withdraw", "ids", List.of(UUID.randomUUID()), "reason", reason);

        // When
        ValidatableResponse answer = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> bulk(eddie(), input));

        // Then
        answer.statusCode(400).body("errors[0].pointer", is("/reason"));
    }

    @Test
    void eachLineOfAnImportHasItsOwnResult() {
        // Given
        String slug = "imported-" + UUID.randomUUID();
        String lines = """
                {"content":{"title":"From the old site","slug":"%s","body":"Text"}}

                {"content":{"title":"Twice","slug":"%s"}}
                {"content":{"title":""}}
                not json
                {"content":{"title":"No slug, %s","body":"Text"}, "state":"SUBMITTED"}
                """.formatted(slug, slug, slug);

        // When
        List<JsonPath> results = imported(ana(), lines);

        // Then
        assertThat(results).extracting(result -> result.getInt("line")).containsExactly(1, 3, 4, 5, 6);
        assertThat(results).extracting(result -> result.getInt("status")).containsExactly(201, 409, 400, 400, 201);
        assertThat(results.get(2).getString("problem.errors[0].pointer")).isEqualTo("/content/title");
        assertThat(results.get(3).getString("problem.type")).endsWith(":malformed-json");
        assertThat(state(results.get(4).getString("id"))).isEqualTo("SUBMITTED");
        assertThat(kept.audit(results.get(0).getString("id"))).containsExactly("imported");
    }

    @Test
    void nothingGetsPastFourEyesByBeingImported() {
        // Given
        String line = """
                {"state":"PUBLISHED","publishedAt":"2020-01-02T03:04:05Z","content":{"title":"Mine","body":"Text"}}
                """;

        // When
        List<JsonPath> results = imported(as("eddie", "editor"), line);

        // Then
        assertThat(results.getFirst().getInt("status")).isEqualTo(403);
        assertThat(results.getFirst().getString("problem.type")).endsWith(":four-eyes");
    }

    @Test
    void whatIsExportedAndImportedIsExportedTheSame() {
        // Given
        Map<String, Object> text = text();
        List<String> ids =
                List.of(draft(), published(text), published(with(text(), "audience", "clients")), approved(text()));
        save(ids.get(1), with(text, "summary", "The next text")).statusCode(200);
        Map<String, String> before = exported(ids);
        String withdrawn = published(text());
        eddie().body(Map.of("reason", "Restated"))
                .post(INSIGHTS + "/{id}/withdraw", withdrawn)
                .then()
                .statusCode(200);
        String archived = published(text());
        eddie().body(Map.of("reason", "Superseded"))
                .post(INSIGHTS + "/{id}/withdraw", archived)
                .then()
                .statusCode(200);
        eddie().post(INSIGHTS + "/{id}/archive", archived).then().statusCode(200);
        before.putAll(exported(List.of(withdrawn, archived)));
        String lines = moved(String.join("\n", before.values()));

        // When
        List<JsonPath> results = imported(max(), lines);

        // Then
        assertThat(results)
                .allSatisfy(result -> assertThat(result.getInt("status")).isEqualTo(201));
        List<String> made =
                results.stream().map(result -> result.getString("id")).toList();
        assertThat(exported(made).values()).containsExactlyInAnyOrder(lines.split("\n"));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        // Given
        String line =
                moved(exported(List.of(published(text()))).values().iterator().next());
        imported(max(), line);

        // When
        List<JsonPath> results = imported(max(), line);

        // Then
        assertThat(results.getFirst().getInt("status")).isEqualTo(200);
        ana().get(INSIGHTS + "/{id}/revisions", results.getFirst().getString("id"))
                .then()
                .body("items.number", contains(1));
    }

    @Test
    void anImportIsNotHeldToAMebibyte() {
        // Given
        String line = "{\"content\":{\"title\":\"Long\",\"body\":\"%s\"}}\n".formatted("word ".repeat(39_000));

        // When
        List<JsonPath> results = imported(ana(), line.repeat(12));

        // Then
        assertThat(results)
                .hasSize(12)
                .allSatisfy(result -> assertThat(result.getInt("status")).isEqualTo(201));
    }

    @Test
    void aLineThatIsTooLongSpoilsNoOther() {
        // Given
        String lines = "{\"content\":{\"title\":\"%s\"}}\n{\"content\":{\"title\":\"Short\"}}"
                .formatted("x".repeat(2_000_000));

        // When
        List<JsonPath> results = imported(ana(), lines);

        // Then
        assertThat(results).extracting(result -> result.getInt("status")).containsExactly(413, 201);
    }

    @Test
    void publicationsKeepTheirDates() {
        // Given
        String slug = "old-" + UUID.randomUUID();
        String line = """
                {"state":"PUBLISHED","publishedAt":"2020-01-02T03:04:05Z","publicAt":"2020-01-02T03:04:05Z","createdBy":{"id":"%s","name":"Ana"},"content":{"title":"Old","slug":"%s","body":"Text"}}
                """.formatted(Tokens.idOf("ana"), slug);

        // When
        List<JsonPath> results = imported(max(), line);

        // Then
        String id = results.getFirst().getString("id");
        get(id).body("state", is("PUBLISHED"))
                .body("publishedAt", is("2020-01-02T03:04:05Z"))
                .body("createdBy.name", is("Ana"));
        assertThat(slug(id)).isEqualTo(slug);
        assertThat(kept.text("select page as text from live where slug = ?", slug)
                        .orElseThrow())
                .contains("2020-01-02T03:04:05Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "createdAt":"+10000-01-01T00:00:00Z"                                      | /createdAt
                    "createdAt":"0000-12-31T23:59:59Z"                                        | /createdAt
                    "publishedAt":"+1000000-01-01T00:00:00Z"                                  | /publishedAt
                    "publishedAt":"2190-01-01T00:00:00Z"                                      | /publishedAt
                    "publishedAt":"2020-01-01T00:00:00Z","publicAt":"2190-01-01T00:00:00Z"    | /publicAt
                    "publishedAt":"2020-01-02T00:00:00Z","publicAt":"2020-01-01T00:00:00Z"    | /publicAt
                    "publishedAt":"2020-01-02T00:00:00Z","withdrawnReason":" "                | /withdrawnReason
                    "publishedAt":"2020-01-02T00:00:00Z","id":"00000000-0000-0000-0000-000000000000" | /id
                    """)
    void aLineThatCannotHaveBeenIsToldWhereItIsWrong(String members, String pointer) {
        // Given
        String since = members.contains("publishedAt") ? "" : "\"publishedAt\":\"2020-01-01T00:00:00Z\",";
        String line = "{\"state\":\"PUBLISHED\",%s%s,\"content\":{\"title\":\"Old\",\"body\":\"Text\"}}"
                .formatted(since, members);

        // When
        List<JsonPath> results = imported(max(), line);

        // Then
        assertThat(results.getFirst().getInt("status")).isEqualTo(400);
        assertThat(results.getFirst().getString("problem.errors[0].pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "publishedAt":"2020-01-02T00:00:00Z"    | "publishedAt":"2020-01-03T00:00:00Z"
                    "publicAt":"2020-02-01T00:00:00Z"       | "publicAt":"2020-02-02T00:00:00Z"
                    "createdAt":"2019-01-01T00:00:00Z"      | "createdAt":"2019-01-02T00:00:00Z"
                    "name":"Ana"                            | "name":"Anna"
                    "coEditors":["u1"]                      | "coEditors":["u2"]
                    "withdrawnReason":"Restated"            | "withdrawnReason":"Wrong"
                    "title":"As read"                       | "title":"As never read"
                    """)
    void anotherLineUnderAKnownIdIsRefused(String before, String after) {
        // Given
        String line = """
                {"id":"%s","state":"ARCHIVED","createdBy":{"id":"u1","name":"Ana"},"createdAt":"2019-01-01T00:00:00Z","coEditors":["u1"],"publishedAt":"2020-01-02T00:00:00Z","publicAt":"2020-02-01T00:00:00Z","withdrawnReason":"Restated","content":{"title":"Next","body":"Text"},"published":{"title":"As read","body":"Text"}}
                """.formatted(UUID.randomUUID());
        List<JsonPath> first = imported(max(), line);
        List<JsonPath> again = imported(max(), line);

        // When
        List<JsonPath> other = imported(max(), line.replace(before, after));

        // Then
        assertThat(first.getFirst().getInt("status")).isEqualTo(201);
        assertThat(again.getFirst().getInt("status")).isEqualTo(200);
        assertThat(other.getFirst().getInt("status")).isEqualTo(409);
        assertThat(other.getFirst().getString("problem.type")).endsWith(":id-taken");
    }

    @Test
    void whatIsInTheTrashIsNotHereAndItsIdIsTaken() {
        // Given
        String id = draft();
        String line = exported(List.of(id)).values().iterator().next();
        ana().header("If-Match", tag(id)).delete(INSIGHTS + "/{id}", id).then().statusCode(204);

        // When
        List<JsonPath> results = imported(max(), line);

        // Then
        assertThat(results.getFirst().getInt("status")).isEqualTo(409);
        assertThat(results.getFirst().getString("problem.type")).endsWith(":id-taken");
        assertThat(JsonPath.from(kept.newestFact(id)).getInt("change")).isEqualTo(2);
    }

    private static ValidatableResponse bulk(RequestSpecification caller, Map<String, Object> input) {
        return caller.body(input).post(INSIGHTS + "/bulk").then();
    }

    private static List<JsonPath> imported(RequestSpecification caller, String lines) {
        String answer = caller.contentType(NDJSON)
                .body(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(INSIGHTS + "/import")
                .then()
                .statusCode(200)
                .contentType(NDJSON)
                .extract()
                .asString();
        return answer.lines().map(JsonPath::from).toList();
    }

    /** The export's lines of these insights, by id. */
    private static Map<String, String> exported(List<String> ids) {
        String all =
                ana().get(INSIGHTS + "/export").then().statusCode(200).extract().asString();
        Map<String, String> lines = new java.util.LinkedHashMap<>();
        all.lines().forEach(line -> {
            String id = JsonPath.from(line).getString("id");
            if (ids.contains(id)) {
                lines.put(id, line);
            }
        });
        return lines;
    }

    /** As if they came from elsewhere: other ids, other addresses. */
    private static String moved(String lines) {
        return lines.lines()
                .map(line -> {
                    JsonPath document = JsonPath.from(line);
                    String slug = document.getString("content.slug");
                    return line.replace(
                                    document.getString("id"), UUID.randomUUID().toString())
                            .replace("\"slug\":\"" + slug, "\"slug\":\"" + slug + "-moved");
                })
                .reduce((one, other) -> one + "\n" + other)
                .orElseThrow();
    }
}
