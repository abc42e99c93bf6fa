package com.zenithcapital.modelfile.upload.resumable;

import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.as;
import static com.zenithcapital.modelfile.testing.Api.createModel;
import static com.zenithcapital.modelfile.testing.Api.eddie;
import static com.zenithcapital.modelfile.testing.Api.settled;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.BYTES;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.UPLOADS;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.metadata;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.offset;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.patch;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.tus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** tus 1.0, request by request. */
@QuarkusTest
class ResumableUploadResourceTest {

    private static final int MIB = 1024 * 1024;

    @Inject
    Kept kept;

    @Test
    void tellsWhatItCanDo() {
        ana().options(UPLOADS)
                .then()
                .statusCode(204)
                .header("Tus-Resumable", is("1.0.0"))
                .header("Tus-Version", is("1.0.0"))
                .header("Tus-Max-Size", is("52428800"))
                .header("Tus-Extension", is("creation,creation-with-upload,checksum,termination,expiration"))
                .header("Tus-Checksum-Algorithm", is("sha1,sha256"));
    }

    @Test
    void aWorkbookInThreeRequestsBecomesOneVersion() {
        // Given
        String model = createModel();
        byte[] workbook = Workbooks.sized("accept", 12 * MIB + 5);
        String upload = TusApi.create(model, workbook.length);

        // When
        patch(upload, 0, Arrays.copyOfRange(workbook, 0, 3))
                .then()
                .statusCode(204)
                .header("Upload-Offset", is("3"))
                .header("Zenith-Job", nullValue());
        patch(upload, 3, Arrays.copyOfRange(workbook, 3, 7 * MIB))
                .then()
                .statusCode(204)
                .header("Upload-Offset", is(Integer.toString(7 * MIB)));
        String job = patch(upload, 7 * MIB, Arrays.copyOfRange(workbook, 7 * MIB, workbook.length))
                .then()
                .statusCode(204)
                .header("Upload-Offset", is(Integer.toString(workbook.length)))
                .header("Zenith-Job", matchesPattern("/api/v1/admin/jobs/[0-9a-f-]{36}"))
                .extract()
                .header("Zenith-Job");

        // Then
        assertThat(settled(job.substring(job.lastIndexOf('/') + 1)).getString("state"))
                .isEqualTo("ACCEPTED");
        assertThat(kept.versions(model)).isEqualTo(1);
        assertThat(kept.text("select sha256 as text from version where model_id = ?::uuid", model))
                .contains(sha256(workbook));
        assertThat(ana().get("/api/v1/admin/models/{id}/versions/1/content", model)
                        .asByteArray())
                .isEqualTo(workbook);
        assertThat(names(upload)).isEmpty();
        tus().head(upload)
                .then()
                .statusCode(200)
                .header("Upload-Offset", is(Integer.toString(workbook.length)))
                .header("Upload-Length", is(Integer.toString(workbook.length)))
                .header("Zenith-Job", is(job));
        ana().get(upload)
                .then()
                .statusCode(200)
                .body("offset", is(workbook.length))
                .body("length", is(workbook.length))
                .body("job.id", is(job.substring(job.lastIndexOf('/') + 1)))
                .body("job.state", is("ACCEPTED"))
                .body("version", is(1));
    }

    @Test
    void anUploadSaysHowFarItIsAndWhenItExpires() {
        String model = createModel();
        byte[] workbook = Workbooks.sized("accept", 1000);
        String upload = TusApi.create(model, workbook.length);
        patch(upload, 0, Arrays.copyOf(workbook, 400));

        tus().head(upload)
                .then()
                .statusCode(200)
                .header("Tus-Resumable", is("1.0.0"))
                .header("Upload-Offset", is("400"))
                .header("Upload-Length", is("1000"))
                .header("Upload-Metadata", is(metadata(model, "model.xlsx")))
                .header("Upload-Expires", matchesPattern("[A-Z][a-z]{2}, [0-9]{1,2} [A-Z][a-z]{2} [0-9: ]{13} GMT"))
                .header("Cache-Control", is("no-store"));
        ana().get(upload)
                .then()
                .statusCode(200)
                .body("offset", is(400))
                .body("length", is(1000))
                .body("job", nullValue())
                .body("version", nullValue());
    }

    @Test
    void theFirstBytesMayComeWithTheCreation() {
        String model = createModel();
        byte[] workbook = Workbooks.accepted();

        tus().contentType(BYTES)
                .header("Upload-Length", workbook.length)
                .header("Upload-Metadata", metadata(model, "Bilanz 2026 – Grüße.xlsx"))
                .body(workbook)
                .post(UPLOADS)
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("/api/v1/admin/uploads/[0-9a-f-]{36}"))
                .header("Upload-Offset", is(Integer.toString(workbook.length)))
                .header("Zenith-Job", notNullValue());

        assertThat(kept.text("select filename as text from version where model_id = ?::uuid", model))
                .contains("Bilanz 2026 – Grüße.xlsx");
    }

    @Test
    void moreFirstBytesThanTheUploadHasBeginNone() {
        String model = createModel();
        byte[] workbook = Workbooks.accepted();

        tus().contentType(BYTES)
                .header("Upload-Length", workbook.length - 1)
                .header("Upload-Metadata", metadata(model, "model.xlsx"))
                .body(workbook)
                .post(UPLOADS)
                .then()
                .statusCode(413)
                .body("type", is("urn:zenith:problem:payload-too-large"));

        assertThat(kept.count("select count(*) from resumable_upload where model_id = ?::uuid", model))
                .isZero();
    }

    @Test
    void theLastRequestMayBeSentAgain() {
        String model = createModel();
        byte[] workbook = Workbooks.accepted();
        String upload = TusApi.create(model, workbook.length);
        String job = patch(upload, 0, workbook).then().statusCode(204).extract().header("Zenith-Job");

        patch(upload, workbook.length, new byte[0])
                .then()
                .statusCode(204)
                .header("Zenith-Job", is(job))
                .header("Upload-Offset", is(Integer.toString(workbook.length)));
        patch(upload, 0, workbook).then().statusCode(409).body("type", is("urn:zenith:problem:upload-offset-mismatch"));

        assertThat(kept.versions(model)).isEqualTo(1);
    }

    @Test
    void theSameBytesAgainAreTheSameVersion() {
        String model = createModel();
        byte[] workbook = Workbooks.accepted();
        String first = TusApi.create(model, workbook.length);
        String job = patch(first, 0, workbook).then().statusCode(204).extract().header("Zenith-Job");
        settled(job.substring(job.lastIndexOf('/') + 1));
        long objects = kept.objects().size();

        String second = TusApi.create(model, workbook.length);
        patch(second, 0, workbook).then().statusCode(204).header("Zenith-Job", is(job));

        assertThat(kept.versions(model)).isEqualTo(1);
        assertThat(kept.objects()).hasSize((int) objects);
        assertThat(ana().get("/api/v1/admin/models/{id}/versions/1/content", model)
                        .asByteArray())
                .isEqualTo(workbook);
    }

    @ParameterizedTest
    @CsvSource({"sha1, SHA-1", "sha256, SHA-256"})
    void aChecksumThatHoldsIsTaken(String name, String algorithm) throws NoSuchAlgorithmException {
        byte[] workbook = Workbooks.sized("accept", 6 * MIB);
        String upload = TusApi.create(createModel(), workbook.length);
        byte[] digest = MessageDigest.getInstance(algorithm).digest(workbook);

        tus().contentType(BYTES)
                .header("Upload-Offset", 0)
                .header("Upload-Checksum", name + " " + Base64.getEncoder().encodeToString(digest))
                .body(workbook)
                .patch(upload)
                .then()
                .statusCode(204)
                .header("Zenith-Job", notNullValue());
    }

    @Test
    void aChecksumThatDoesNotHoldKeepsNothingOfItsRequest() throws NoSuchAlgorithmException {
        byte[] workbook = Workbooks.sized("accept", 13 * MIB);
        String upload = TusApi.create(createModel(), workbook.length);
        patch(upload, 0, Arrays.copyOf(workbook, MIB)).then().statusCode(204);
        byte[] wrong = MessageDigest.getInstance("SHA-1").digest(workbook);

        tus().contentType(BYTES)
                .header("Upload-Offset", MIB)
                .header("Upload-Checksum", "sha1 " + Base64.getEncoder().encodeToString(wrong))
                .body(Arrays.copyOfRange(workbook, MIB, workbook.length))
                .patch(upload)
                .then()
                .statusCode(460)
                .header("Tus-Resumable", is("1.0.0"))
                .body("type", is("urn:zenith:problem:checksum-mismatch"));

        assertThat(offset(upload)).isEqualTo(MIB);
        String job = patch(upload, MIB, Arrays.copyOfRange(workbook, MIB, workbook.length))
                .then()
                .statusCode(204)
                .extract()
                .header("Zenith-Job");
        assertThat(kept.text(
                        "select v.sha256 as text from version v join job j on j.version_id = v.id where j.id = ?::uuid",
                        job.substring(job.lastIndexOf('/') + 1)))
                .contains(sha256(workbook));
    }

    @Test
    void anUploadThatIsGivenUpLeavesNothing() {
        byte[] workbook = Workbooks.sized("accept", 8 * MIB);
        String upload = TusApi.create(createModel(), workbook.length);
        patch(upload, 0, Arrays.copyOf(workbook, 6 * MIB)).then().statusCode(204);

        tus().delete(upload).then().statusCode(204).header("Tus-Resumable", is("1.0.0"));

        tus().head(upload).then().statusCode(404);
        patch(upload, 6 * MIB, new byte[1]).then().statusCode(404);
        assertThat(names(upload)).isEmpty();
        assertThat(kept.openUploadsOf(id(upload))).isZero();
    }

    @Test
    void aVersionIsNotGivenUpWithItsUpload() {
        String model = createModel();
        byte[] workbook = Workbooks.accepted();
        String upload = TusApi.create(model, workbook.length);
        patch(upload, 0, workbook).then().statusCode(204);

        tus().delete(upload).then().statusCode(409).body("type", is("urn:zenith:problem:upload-complete"));

        assertThat(kept.versions(model)).isEqualTo(1);
    }

    @Test
    void anUploadIsItsOwnersAndThereForNobodyElse() {
        String upload = TusApi.create(createModel(), 100);

        tus(as("max", "analyst")).head(upload).then().statusCode(404);
        as("max", "analyst").get(upload).then().statusCode(404);
        tus(as("max", "analyst")).delete(upload).then().statusCode(404);
        tus(as("max", "analyst"))
                .contentType(BYTES)
                .header("Upload-Offset", 0)
                .body(Workbooks.sized("accept", 100))
                .patch(upload)
                .then()
                .statusCode(404);
        tus(eddie()).head(upload).then().statusCode(403);
        assertThat(offset(upload)).isZero();
    }

    private static String id(String upload) {
        return upload.substring(upload.lastIndexOf('/') + 1);
    }

    /** What lies in the bucket beside the object itself. */
    private Set<String> names(String upload) {
        return kept.namesBeside(id(upload));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
