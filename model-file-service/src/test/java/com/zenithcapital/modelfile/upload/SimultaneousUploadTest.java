package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.testing.Api.XLSX;
import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.createModel;
import static com.zenithcapital.modelfile.testing.Api.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several uploads to one model at the same moment. */
@QuarkusTest
class SimultaneousUploadTest {

    private static final int UPLOADS = 8;

    @Inject
    Kept kept;

    @Test
    void noTwoShareANumberAndNoNumberIsLeftOut() throws Exception {
        String model = createModel();

        List<JsonPath> answers = inParallel(() -> post(model, Workbooks.accepted()));

        assertThat(answers)
                .extracting(answer -> answer.getInt("version"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, UPLOADS).boxed().toList());
        assertThat(kept.facts("zenith.model-files.version-received.v1", model)).isEqualTo(UPLOADS);
    }

    @Test
    void theSameBytesAreTakenInOnce() throws Exception {
        String model = createModel();
        byte[] workbook = Workbooks.accepted();

        List<JsonPath> answers = inParallel(() -> post(model, workbook));

        assertThat(answers)
                .extracting(answer -> answer.getString("job.id"))
                .containsOnly(answers.getFirst().getString("job.id"));
        assertThat(kept.versions(model)).isEqualTo(1);
        assertThat(kept.objects()).contains(kept.objectOf(model, 1));
    }

    @Test
    void oneKeyIsTakenInOnce() throws Exception {
        String model = createModel();
        String key = UUID.randomUUID().toString();

        List<JsonPath> answers = inParallel(() -> ana().contentType(XLSX)
                .header("Idempotency-Key", key)
                .body(Workbooks.accepted())
                .post("/api/v1/admin/models/{id}/versions", model));

        assertThat(answers).extracting(answer -> answer.getInt("version")).containsOnly(1);
        assertThat(kept.versions(model)).isEqualTo(1);
    }

    private static List<JsonPath> inParallel(Callable<Response> upload)
            throws InterruptedException, ExecutionException {
        try (ExecutorService callers = Executors.newFixedThreadPool(UPLOADS)) {
            List<Future<Response>> answers = callers.invokeAll(
                    Stream.generate(() -> upload).limit(UPLOADS).toList());
            List<JsonPath> bodies = new ArrayList<>();
            for (Future<Response> answer : answers) {
                assertThat(answer.get().statusCode()).isIn(200, 202);
                bodies.add(answer.get().jsonPath());
            }
            return bodies;
        }
    }
}
