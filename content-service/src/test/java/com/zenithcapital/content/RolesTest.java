package com.zenithcapital.content;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.as;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.visitor;
import static com.zenithcapital.content.testing.Api.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.content.testing.Api;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what to whose insight: each endpoint, each kind of caller. */
@QuarkusTest
class RolesTest {

    /** Ana made the insight; cora was asked by her to write along. */
    private static final Map<String, RequestSpecificationOf> CALLERS = Map.of(
            "nobody", () -> visitor().contentType("application/json"),
            "expired",
                    () -> given().header("Authorization", "Bearer " + Tokens.expired("ana", "analyst"))
                            .contentType("application/json"),
            "rhea (reader)", () -> as("rhea", "reader"),
            "ada (admin)", () -> as("ada", "admin"),
            "ana (author)", () -> as("ana", "analyst"),
            "cora (co-editor)", () -> as("cora", "analyst"),
            "ben (another analyst)", () -> as("ben", "analyst"),
            "eddie (editor)", () -> as("eddie", "editor"));

    private static final Set<String> ALL = CALLERS.keySet();
    private static final Set<String> ANALYSTS = Set.of("ana (author)", "cora (co-editor)", "ben (another analyst)");
    private static final Set<String> WRITERS = Set.of("ana (author)", "cora (co-editor)", "eddie (editor)");
    private static final Set<String> AUTHORS = Set.of("ana (author)", "cora (co-editor)");
    private static final Set<String> STAFF =
            Set.of("ana (author)", "cora (co-editor)", "ben (another analyst)", "eddie (editor)");
    private static final Set<String> EDITORS = Set.of("eddie (editor)");

    private interface RequestSpecificationOf {
        RequestSpecification begin();
    }

    /**
     * One row of the table.
     *
     * @param allowed who gets a 2xx
     * @param prepare makes an insight that the call fits
     */
    private record Endpoint(
            String name,
            Set<String> allowed,
            Supplier<String> prepare,
            BiFunction<RequestSpecification, String, Response> call) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Map<String, Object> shared() {
        return with(text(), "coEditors", List.of(Tokens.idOf("cora")));
    }

    private static Stream<Endpoint> endpoints() {
        return Stream.of(
                new Endpoint("GET insights", allBut("expired"), () -> "", (api, id) -> api.get("/api/v1/insights")),
                new Endpoint("GET tags", allBut("expired"), () -> "", (api, id) -> api.get("/api/v1/tags")),
                new Endpoint(
                        "GET the Atom feed",
                        allBut("expired"),
                        () -> "",
                        (api, id) -> api.get("/api/v1/feeds/insights.atom")),
                new Endpoint(
                        "POST insight",
                        ANALYSTS,
                        () -> "",
                        (api, id) -> api.body(text()).post(INSIGHTS)),
                new Endpoint("GET desk", STAFF, () -> "", (api, id) -> api.get(INSIGHTS)),
                new Endpoint("GET insight", STAFF, RolesTest::draft, (api, id) -> api.get(INSIGHTS + "/" + id)),
                new Endpoint(
                        "PUT insight",
                        WRITERS,
                        RolesTest::draft,
                        (api, id) ->
                                api.header("If-Match", Api.tag(id)).body(text()).put(INSIGHTS + "/" + id)),
                new Endpoint(
                        "DELETE insight",
                        WRITERS,
                        RolesTest::draft,
                        (api, id) -> api.header("If-Match", Api.tag(id)).delete(INSIGHTS + "/" + id)),
                new Endpoint("GET revisions", STAFF, RolesTest::draft, step("GET", "/revisions")),
                new Endpoint("GET revision", STAFF, RolesTest::draft, step("GET", "/revisions/1")),
                new Endpoint("GET diff", STAFF, RolesTest::draft, step("GET", "/revisions/1/diff")),
                new Endpoint("GET publications", STAFF, RolesTest::published, step("GET", "/publications")),
                new Endpoint("GET publication", STAFF, RolesTest::published, step("GET", "/publications/1")),
                new Endpoint("POST submit", AUTHORS, RolesTest::draft, step("POST", "/submit")),
                new Endpoint("POST return", EDITORS, RolesTest::submitted, step("POST", "/return")),
                new Endpoint("POST approve", EDITORS, RolesTest::submitted, step("POST", "/approve")),
                new Endpoint("POST publish", EDITORS, RolesTest::approved, step("POST", "/publish")),
                new Endpoint(
                        "POST schedule",
                        EDITORS,
                        RolesTest::approved,
                        (api, id) -> api.body(Map.of("publishAt", "2031-01-01T00:00:00Z"))
                                .post(INSIGHTS + "/" + id + "/schedule")),
                new Endpoint("POST unschedule", EDITORS, RolesTest::scheduled, step("POST", "/unschedule")),
                new Endpoint(
                        "POST withdraw",
                        EDITORS,
                        RolesTest::published,
                        (api, id) -> api.body(Map.of("reason", "Restated")).post(INSIGHTS + "/" + id + "/withdraw")),
                new Endpoint(
                        "POST correct",
                        EDITORS,
                        RolesTest::revised,
                        (api, id) -> api.body(Map.of("note", "Put right")).post(INSIGHTS + "/" + id + "/correct")),
                new Endpoint("POST archive, a draft", WRITERS, RolesTest::draft, step("POST", "/archive")),
                new Endpoint("POST archive, published", EDITORS, RolesTest::published, step("POST", "/archive")),
                new Endpoint("POST restore", WRITERS, RolesTest::archived, step("POST", "/restore")),
                new Endpoint("POST preview-links", WRITERS, RolesTest::draft, step("POST", "/preview-links")),
                new Endpoint("GET preview-links", WRITERS, RolesTest::draft, step("GET", "/preview-links")),
                new Endpoint(
                        "POST import",
                        STAFF,
                        () -> "",
                        (api, id) -> api.contentType("application/x-ndjson")
                                .body("{\"content\":{\"title\":\"Line\"}}".getBytes(StandardCharsets.UTF_8))
                                .post(INSIGHTS + "/import")),
                new Endpoint("GET export", STAFF, () -> "", (api, id) -> api.get(INSIGHTS + "/export?state=WITHDRAWN")),
                new Endpoint(
                        "POST bulk",
                        STAFF,
                        RolesTest::draft,
                        (api, id) -> api.body(Map.of("action", "archive", "ids", List.of(id)))
                                .post(INSIGHTS + "/bulk")),
                new Endpoint(
                        "GET audit", Set.of("ada (admin)"), () -> "", (api, id) -> api.get("/api/v1/admin/audit")));
    }

    private static Stream<Arguments> table() {
        return endpoints().flatMap(endpoint -> ALL.stream().sorted().map(caller -> Arguments.of(endpoint, caller)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("table")
    void whoMayDoesAndNobodyElse(Endpoint endpoint, String caller) {
        // Given
        String id = endpoint.prepare().get();

        // When
        Response answer = endpoint.call()
                .apply(Objects.requireNonNull(CALLERS.get(caller)).begin(), id);

        // Then
        if (endpoint.allowed().contains(caller)) {
            assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        } else if (caller.equals("nobody") || caller.equals("expired")) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        } else {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        }
    }

    private static Set<String> allBut(String one) {
        return ALL.stream().filter(caller -> !caller.equals(one)).collect(Collectors.toSet());
    }

    private static BiFunction<RequestSpecification, String, Response> step(String method, String step) {
        return (api, id) -> api.request(method, INSIGHTS + "/" + id + step);
    }

    private static String draft() {
        return Api.draft(shared());
    }

    private static String submitted() {
        return Api.submitted(shared());
    }

    private static String approved() {
        return Api.approvedBy("erin", shared());
    }

    private static String scheduled() {
        String id = approved();
        Api.erin()
                .body(Map.of("publishAt", "2031-01-01T00:00:00Z"))
                .post(INSIGHTS + "/{id}/schedule", id)
                .then()
                .statusCode(200);
        return id;
    }

    private static String published() {
        String id = approved();
        Api.erin().post(INSIGHTS + "/{id}/publish", id).then().statusCode(200);
        return id;
    }

    private static String revised() {
        String id = published();
        Api.save(id, shared()).statusCode(200);
        Api.ana().post(INSIGHTS + "/{id}/submit", id).then().statusCode(200);
        Api.erin().post(INSIGHTS + "/{id}/approve", id).then().statusCode(200);
        return id;
    }

    private static String archived() {
        String id = draft();
        Api.ana().post(INSIGHTS + "/{id}/archive", id).then().statusCode(200);
        return id;
    }
}
