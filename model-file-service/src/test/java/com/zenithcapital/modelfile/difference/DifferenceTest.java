package com.zenithcapital.modelfile.difference;

import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.eddie;
import static com.zenithcapital.modelfile.testing.Api.rhea;
import static com.zenithcapital.modelfile.testing.Api.settled;
import static com.zenithcapital.modelfile.testing.Api.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.platform.testing.S3Resource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What changed from one version to another: for whom, between which, and what becomes of it when it cannot be had. Every way
 * an engine can fail is DiffEngineTest's.
 */
@QuarkusTest
class DifferenceTest {

    @Inject
    Kept kept;

    @Inject
    Differences differences;

    @Test
    void anAcceptedVersionIsComparedWithTheOneBeforeUnasked() {
        JsonPath model = model();
        Uploaded first = version(model, 300);
        Uploaded second = version(model, 400);

        await("difference is kept").atMost(Api.VERDICT).until(() -> available(first.model()) == 1);

        Response answer = ana().get(second.path() + "/diff");
        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", containsString("Accept"))
                .body("sizes", is(List.of(300, 400)));
        Response again = ana().header("If-None-Match", answer.header("ETag")).get(second.path() + "/diff");
        again.then().statusCode(304).header("ETag", is(answer.header("ETag")));
        assertThat(again.asByteArray()).isEmpty();
        ana().head(second.path() + "/diff").then().statusCode(200).header("ETag", is(answer.header("ETag")));
    }

    @Test
    void aClientSeesWhatAPublicVersionChanges() {
        JsonPath model = model();
        Uploaded first = published(model, 300);
        Uploaded unpublished = version(model, 350);
        Uploaded third = published(model, 400);

        rhea().get(third.publicPath() + "/diff").then().statusCode(200).body("sizes", is(List.of(300, 400)));
        rhea().queryParam("from", 1)
                .get(third.publicPath() + "/diff")
                .then()
                .statusCode(200)
                .body("sizes", is(List.of(300, 400)));
        rhea().queryParam("from", 3)
                .get(first.publicPath() + "/diff")
                .then()
                .statusCode(200)
                .body("sizes", is(List.of(400, 300)));
        rhea().queryParam("from", 2).get(third.publicPath() + "/diff").then().statusCode(404);
        rhea().get(unpublished.publicPath() + "/diff").then().statusCode(404);
        eddie().get(third.path() + "/diff").then().statusCode(200).body("sizes", is(List.of(350, 400)));
    }

    @Test
    void nobodyElseSeesIt() {
        JsonPath model = model();
        published(model, 300);
        Uploaded second = published(model, 400);

        visitor().get(second.publicPath() + "/diff").then().statusCode(401);
        ana().get(second.publicPath() + "/diff").then().statusCode(403);
        rhea().get(second.path() + "/diff").then().statusCode(403);
    }

    @Test
    void aPersonGetsAPageThatRunsNothing() {
        JsonPath model = model();
        published(model, 300);
        Uploaded second = published(model, 400);
        String json = rhea().get(second.publicPath() + "/diff").header("ETag");

        Response page = rhea().header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get(second.publicPath() + "/diff");

        page.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("ETag", not(json))
                .header("Content-Security-Policy", containsString("sandbox; default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("script")))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("300 400"));
        rhea().header("Accept", "text/html")
                .header("If-None-Match", page.header("ETag"))
                .get(second.publicPath() + "/diff")
                .then()
                .statusCode(304);
        rhea().header("Accept", "image/png")
                .get(second.publicPath() + "/diff")
                .then()
                .statusCode(406)
                .body("type", endsWith(":not-acceptable"));
    }

    @Test
    void aPairThatNobodyComparedIsComparedOnceForAllWhoAsk() throws Exception {
        JsonPath model = model();
        version(model, 300);
        version(model, 350);
        Uploaded third = version(model, 400);

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> client = () ->
                    ana().queryParam("from", 1).get(third.path() + "/diff").statusCode();
            for (Future<Integer> answer : clients.invokeAll(
                    IntStream.range(0, 12).mapToObj(i -> client).toList())) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnly(200);
        assertThat(kept.count("""
                select max(attempts)::bigint as count from difference d join version v on v.id = d.to_version
                where v.model_id = ?::uuid
                """, third.model())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "accept-die, died",
        "accept-rejected, rejected",
        "accept-garbage, no-report",
        "accept-flood, too-much-output",
        "accept-usage, not-supported"
    })
    void aWorkbookThatCannotBeComparedIsAcceptedAllTheSame(String marker, String reason) {
        JsonPath model = model();
        version(model, 300);
        Uploaded second = Api.upload(model, Workbooks.marked(marker));

        assertThat(settled(second.job()).getString("state")).isEqualTo("ACCEPTED");

        await("it is given up").atMost(Api.VERDICT).until(() -> unavailable(second.model()) == 1);
        ana().get(second.path() + "/diff")
                .then()
                .statusCode(404)
                .body("type", endsWith(":difference-not-available"))
                .body("detail", containsString("(" + reason + ")"));
    }

    @Test
    void whatCouldNotBeComparedIsTriedAgainWhenSomebodyAsksLongAfter() {
        JsonPath model = model();
        version(model, 300);
        Uploaded second = version(model, 400);
        await("difference is kept").atMost(Api.VERDICT).until(() -> available(second.model()) == 1);
        kept.change("""
                update difference
                set state = 'UNAVAILABLE', document = null, page = null, document_tag = null, page_tag = null,
                    reason = 'too-slow', settled_at = now() - ?::interval
                where to_version in (select id from version where model_id = ?::uuid)
                """, Duration.ofHours(7), second.model());

        ana().get(second.path() + "/diff").then().statusCode(200);
    }

    @Test
    void aVersionThatIsAcceptedLateIsPutBetweenItsNeighbours() {
        JsonPath model = model();
        version(model, 300);
        Uploaded second = version(model, 350);
        version(model, 400);
        await("differences are kept").atMost(Api.VERDICT).until(() -> available(second.model()) == 2);
        kept.change(
                "delete from difference where to_version in (select id from version where model_id = ?::uuid)",
                second.model());

        int asked = differences.expect(id(second));
        int askedAgain = differences.expect(id(second));

        assertThat(asked).isEqualTo(2);
        assertThat(askedAgain).isZero();
    }

    @Test
    void storageThatIsAwayPostponesIt() {
        JsonPath model = model();
        version(model, 300);
        version(model, 350);
        Uploaded third = version(model, 400);
        await("differences are kept").atMost(Api.VERDICT).until(() -> available(third.model()) == 2);

        S3Resource.part().kill();
        try {
            ana().queryParam("from", 1)
                    .get(third.path() + "/diff")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", not(""))
                    .body("type", endsWith(":difference-not-ready"));
        } finally {
            S3Resource.part().start();
        }

        await("difference is kept").atMost(Api.VERDICT).until(() -> available(third.model()) == 3);
        ana().queryParam("from", 1).get(third.path() + "/diff").then().statusCode(200);
    }

    @Test
    void withdrawnAndFirstVersionsHaveNone() {
        JsonPath model = model();
        Uploaded first = published(model, 300);
        Uploaded second = published(model, 350);
        Uploaded third = published(model, 400);
        eddie().post(second.path() + "/withdraw").then().statusCode(200);

        rhea().get(second.publicPath() + "/diff").then().statusCode(410);
        rhea().queryParam("from", 2).get(third.publicPath() + "/diff").then().statusCode(410);
        rhea().get(third.publicPath() + "/diff").then().statusCode(200).body("sizes", is(List.of(300, 400)));
        rhea().get(first.publicPath() + "/diff").then().statusCode(404).body("type", endsWith(":not-found"));
        ana().get(first.path() + "/diff").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "one", "9999999999", "+1"})
    void aVersionThatIsNoOtherOneIsRefused(String from) {
        JsonPath model = model();
        version(model, 300);
        Uploaded second = version(model, 400);

        ana().queryParam("from", from)
                .get(second.path() + "/diff")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("query:from"));
    }

    private VersionId id(Uploaded version) {
        return new VersionId(kept.id(
                "select id from version where model_id = ?::uuid and number = ?", version.model(), version.version()));
    }

    private long available(String model) {
        return count(model, "AVAILABLE");
    }

    private long unavailable(String model) {
        return count(model, "UNAVAILABLE");
    }

    private long count(String model, String state) {
        return kept.count("""
                select count(*) as count from difference d join version v on v.id = d.to_version
                where v.model_id = ?::uuid and d.state = ?
                """, model, state);
    }

    private static JsonPath model() {
        return Api.createModel("Difference " + UUID.randomUUID());
    }

    private static Uploaded version(JsonPath model, int size) {
        Uploaded version = Api.upload(model, Workbooks.sized("accept", size));
        settled(version.job());
        return version;
    }

    private static Uploaded published(JsonPath model, int size) {
        Uploaded version = version(model, size);
        Api.publish(version);
        return version;
    }
}
