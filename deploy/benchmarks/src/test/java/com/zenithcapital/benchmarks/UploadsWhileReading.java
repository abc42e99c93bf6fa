package com.zenithcapital.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.RawFileBody;
import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.stack.StackPlan;
import com.zenithcapital.system.Answer;
import com.zenithcapital.system.ModelDesk;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import com.zenithcapital.system.Zenith;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Analysts upload without a pause while readers browse: do the readers notice?
 *
 * <p>{@code -Dbench.uploaders=8 -Dbench.readers=50 -Dbench.seconds=60 -Dbench.size=MEDIUM} (MEDIUM is 10 MB, FULL 50 MB).
 */
public final class UploadsWhileReading extends Simulation {

    private static final int UPLOADERS = Integer.getInteger("bench.uploaders", 8);
    private static final int READERS = Integer.getInteger("bench.readers", 50);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("bench.seconds", 60));
    private static final Size SIZE = Size.valueOf(System.getProperty("bench.size", Size.MEDIUM.name()));

    /** A person looks at a page before opening the next one. */
    private static final Duration THINKING = Duration.ofSeconds(1);

    private static final int P95_OF_ANY_READ_MILLIS = 500;

    /** Gatling keeps ETags as a browser does, so a page seen before may be answered without a body. */
    private static final Integer[] SEEN = {200, 304};

    // One analyst stands for eight, and a minute of eight uploads is more than one may upload in an hour.
    private final Zenith zenith =
            Zenith.startWith(StackPlan.GATEWAY, Map.of("ZENITH_GATEWAY_LIMITS_UPLOAD_BYTES_ENFORCED", "false"));
    private final Path workbook = zenith.workbook(SIZE, 1);
    private final String slug = publishedModel();

    private final HttpProtocolBuilder gateway = http.baseUrl(zenith.gateway().toString());

    private final ScenarioBuilder uploading = scenario("Uploading")
            .forever()
            .on(exec(http("create a model")
                            .post("/api/v1/admin/models")
                            .header("Authorization", session -> "Bearer " + zenith.token("ana"))
                            .header("Content-Type", "application/json")
                            .body(StringBody("{\"title\": \"Bench #{randomUuid()}\"}"))
                            .check(status().is(201), jsonPath("$.id").saveAs("model")))
                    .exec(http("upload a workbook")
                            .post("/api/v1/admin/models/#{model}/versions")
                            .header("Authorization", session -> "Bearer " + zenith.token("ana"))
                            .header("Content-Type", ModelDesk.SPREADSHEET)
                            .header("X-Filename", "bench.xlsx")
                            .body(RawFileBody(workbook.toString()))
                            .requestTimeout(Duration.ofMinutes(2))
                            .check(status().is(202))));

    private final ScenarioBuilder reading = scenario("Reading")
            .forever()
            .on(exec(http("list models").get("/api/v1/models").check(status().in(SEEN)))
                    .pause(THINKING)
                    .exec(http("read a model").get("/api/v1/models/" + slug).check(status().in(SEEN)))
                    .pause(THINKING)
                    .exec(http("preview a sheet")
                            .get("/api/v1/models/" + slug + "/versions/1/sheets/1/rows")
                            .check(status().in(SEEN)))
                    .pause(THINKING));

    {
        setUp(
                        uploading.injectClosed(
                                constantConcurrentUsers(UPLOADERS).during(LENGTH)),
                        reading.injectClosed(constantConcurrentUsers(READERS).during(LENGTH)))
                .protocols(gateway)
                .maxDuration(LENGTH)
                .assertions(
                        global().failedRequests().count().is(0L),
                        details("list models").responseTime().percentile(95).lt(P95_OF_ANY_READ_MILLIS),
                        details("read a model").responseTime().percentile(95).lt(P95_OF_ANY_READ_MILLIS),
                        details("preview a sheet").responseTime().percentile(95).lt(P95_OF_ANY_READ_MILLIS));
    }

    @Override
    public void after() {
        zenith.reportResidentMemory();
        zenith.close();
    }

    private String publishedModel() {
        ModelDesk ana = zenith.desk("ana");
        Model model = ana.create("What the readers read");
        Job judged = ana.awaitVerdict(ana.upload(model, zenith.workbook(Size.SMALL, 1)), Duration.ofMinutes(1));
        Answer published = zenith.desk("eddie").publish(model, judged.version());
        if (published.status() >= 300) {
            throw new IllegalStateException("%s, then %s".formatted(judged, published));
        }
        return model.slug();
    }
}
