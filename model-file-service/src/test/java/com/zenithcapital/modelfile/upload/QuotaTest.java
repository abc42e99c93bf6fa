package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.testing.Api.XLSX;
import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.as;
import static com.zenithcapital.modelfile.testing.Api.createModel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.RawRequest;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What one user may bring in, and that nobody else pays for it. */
@QuarkusTest
class QuotaTest {

    private static final long BYTES_A_DAY = 96L * 1024 * 1024 * 1024;

    @Inject
    Kept kept;

    @ConfigProperty(name = "zenith.model-files.quota.open-uploads")
    int openUploads;

    @Test
    void whoHasBroughtInADaysBytesIsToldWhenToComeAgain() {
        // Given: one upload that has all but fifty bytes of it, and was made six hours ago
        String quinn = "quinn-" + UUID.randomUUID();
        String model = createModel();
        upload(quinn, model).then().statusCode(202);
        kept.change(
                "update version set size = ?, received_at = now() - interval '6 hours' where uploaded_by = ?",
                BYTES_A_DAY - 50,
                Tokens.idOf(quinn));
        Set<UUID> before = kept.objects();

        // When
        Response refused = upload(quinn, model);

        // Then
        refused.then()
                .statusCode(429)
                .header(
                        "RateLimit-Policy",
                        is("\"upload-bytes\";q=%d;qu=\"content-bytes\";w=86400".formatted(BYTES_A_DAY)))
                .header("RateLimit", containsString("\"upload-bytes\";r=50;t="))
                .body("type", is("urn:zenith:problem:quota-exceeded"))
                .body("detail", containsString("zenith.model-files.quota.bytes-a-day"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(18 * 3600 - 120, 18 * 3600 + 1);
        assertThat(kept.objects()).isEqualTo(before);
        upload("otto", model).then().statusCode(202);

        // When: it is a day old
        kept.change(
                "update version set received_at = now() - interval '25 hours' where uploaded_by = ?",
                Tokens.idOf(quinn));

        // Then
        upload(quinn, model).then().statusCode(202);
    }

    @Test
    void aBodyOfUnknownLengthThatWouldBeTooMuchLeavesNothing() throws IOException {
        // Given: room for fifty bytes
        String model = createModel();
        Api.post(model, Workbooks.accepted()).then().statusCode(202);
        long size = kept.count(
                "select coalesce(sum(size), 0)::bigint as count from version where uploaded_by = ?",
                Tokens.idOf("ana"));
        kept.change("update version set size = ? - ? + size - 50 where model_id = ?::uuid", BYTES_A_DAY, size, model);
        try {
            Set<UUID> before = kept.objects();

            // When
            try (RawRequest request = RawRequest.upload(model, "Transfer-Encoding: chunked")) {
                request.sendChunk(Workbooks.accepted());
                request.sendChunk(new byte[0]);

                // Then
                RawRequest.Answer answer = request.answer();
                assertThat(answer.status()).isEqualTo(429);
                assertThat(answer.hasProblem("quota-exceeded")).isTrue();
            }
            assertThat(kept.objects()).isEqualTo(before);
            assertThat(kept.versions(model)).isEqualTo(1);
        } finally {
            kept.change("update version set size = 200 where model_id = ?::uuid", model);
        }
    }

    @Test
    void nobodyHasMoreUploadsOpenThanAllowedAndOneThatEndsMakesRoom() throws IOException {
        // Given
        String model = createModel();
        List<RawRequest> open = new ArrayList<>();
        try {
            for (int i = 0; i < openUploads; i++) {
                RawRequest request = RawRequest.upload(model, "Content-Length: 200");
                request.send(new byte[] {'P', 'K', 3, 4});
                open.add(request);
            }

            // When: the last of them has a place
            Response refused = await().atMost(Duration.ofSeconds(5))
                    .until(() -> Api.post(model, Workbooks.accepted()), answer -> answer.statusCode() == 429);

            // Then
            refused.then()
                    .header("Retry-After", is("5"))
                    .header("RateLimit", is("\"open-uploads\";r=0"))
                    .header(
                            "RateLimit-Policy",
                            is("\"open-uploads\";q=%d;qu=\"concurrent-requests\"".formatted(openUploads)))
                    .body("type", is("urn:zenith:problem:quota-exceeded"))
                    .body("detail", containsString("zenith.model-files.quota.open-uploads"));
            upload("otto", model).then().statusCode(202);

            // When, then: a request of the other kind counts as well
            Response resumable = ana().header("Tus-Resumable", "1.0.0")
                    .header("Upload-Length", 200)
                    .header("Upload-Metadata", "modelId " + base64(model))
                    .post("/api/v1/admin/uploads");
            ana().header("Tus-Resumable", "1.0.0")
                    .header("Upload-Offset", 0)
                    .contentType("application/offset+octet-stream")
                    .body(Workbooks.accepted())
                    .patch(resumable.then().statusCode(201).extract().header("Location"))
                    .then()
                    .statusCode(429)
                    .header("Retry-After", is("5"))
                    .body("type", is("urn:zenith:problem:quota-exceeded"));

            // And: of one that could not bring its first bytes nothing is left
            String uploads = "select count(*) from resumable_upload where model_id = ?::uuid";
            assertThat(kept.count(uploads, model)).isOne();
            ana().header("Tus-Resumable", "1.0.0")
                    .header("Upload-Length", 200)
                    .header("Upload-Metadata", "modelId " + base64(model))
                    .contentType("application/offset+octet-stream")
                    .body(Workbooks.accepted())
                    .post("/api/v1/admin/uploads")
                    .then()
                    .statusCode(429);
            assertThat(kept.count(uploads, model)).isOne();

            // When
            open.removeFirst().breakOff();

            // Then
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> Api.post(model, Workbooks.accepted()).statusCode() == 202);
        } finally {
            for (RawRequest request : open) {
                request.close();
            }
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static Response upload(String user, String model) {
        return as(user, "analyst")
                .contentType(XLSX)
                .body(Workbooks.accepted())
                .post("/api/v1/admin/models/{id}/versions", model);
    }
}
