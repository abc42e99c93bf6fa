package com.zenithcapital.modelfile.role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.storage.ObjectUpload;
import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.modelfile.version.Delivery;
import com.zenithcapital.modelfile.version.MediaType;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.Receipt;
import com.zenithcapital.modelfile.version.VersionIntake;
import com.zenithcapital.platform.identity.UserId;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An instance that works, and takes no requests. */
@QuarkusTest
@TestProfile(WorkerRoleTest.WorkerOnly.class)
class WorkerRoleTest {

    /** The application as {@code worker}. */
    public static final class WorkerOnly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("zenith.model-files.role", "worker");
        }
    }

    @TestHTTPResource(value = "/", management = true)
    URI management = URI.create("http://set.by.quarkus");

    @Inject
    Kept kept;

    @Inject
    ObjectStore store;

    @Inject
    VersionIntake intake;

    @Test
    void noRequestIsAnsweredWhoeverAsks() {
        for (String path : new String[] {"/api/v1/models", "/api/v1/admin/models", "/anything", "/q/health"}) {
            Api.ana()
                    .get(path)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", is("urn:zenith:problem:unavailable"));
        }
    }

    @Test
    void healthAndMetricsAreThere() {
        await("the engine has run")
                .until(() -> given().get(management.resolve("/q/health/ready")).statusCode() == 200);
        given().get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("zenith_jobs_waiting"));
    }

    @Test
    void whatOthersTookInIsJudgedHereAndItsUploaderIsTold() throws IOException {
        // Given
        UUID model = UUID.randomUUID();
        kept.change("""
                insert into model (id, slug, title, summary, tags, created_by, created_at, updated_by, updated_at, revision)
                values (?, ?, 'Worker', '', '{}', 'ana', now(), 'ana', now(), 1)
                """, model, "worker-" + model);

        // When
        Receipt receipt = intake.take(new Delivery(
                new ModelId(model),
                stored(Workbooks.accepted()),
                "model.xlsx",
                MediaType.XLSX,
                new UserId("ana"),
                Optional.of("ana@zenith.example"),
                Optional.empty()));

        // Then
        await().atMost(Api.VERDICT)
                .until(() -> kept.text(
                                "select state as text from job where id = ?",
                                receipt.job().value())
                        .equals(Optional.of("ACCEPTED")));
        await().atMost(Api.VERDICT).until(() -> kept.count("""
                                select count(*) as count from notice n join job j using (version_id)
                                where j.id = ? and n.state = 'SENT'
                                """, receipt.job().value()) == 1);
    }

    private StoredObject stored(byte[] bytes) throws IOException {
        try (ObjectUpload upload = store.begin()) {
            upload.transferFrom(new ByteArrayInputStream(bytes), bytes.length);
            StoredObject object = upload.complete();
            assertThat(object.size()).isEqualTo(bytes.length);
            return object;
        }
    }
}
