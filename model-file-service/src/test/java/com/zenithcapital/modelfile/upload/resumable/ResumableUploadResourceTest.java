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
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** tus 1.0, request by request. */
@QuarkusTest
class ResumableUploadResourceTest {

    private static final int MIB = 1024 * 1024;
    private static final String INVALID = "urn:zenith:problem:invalid-request";

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

    @ParameterizedTest
    @ValueSource(strings = {"md5 AAAA", "sha1", "sha1 !!!", "sha256 AAAA"})
    void aChecksumThatIsNoneIsRefusedByItsName(String checksum) {
        String upload = TusApi.create(createModel(), 100);

        tus().contentType(BYTES)
                .header("Upload-Offset", 0)
                .header("Upload-Checksum", checksum)
                .body(new byte[10])
                .patch(upload)
                .then()
                .statusCode(400)
                .body("type", is(INVALID))
                .body("errors[0].pointer", is("header:Upload-Checksum"));
    }

    @Test
    void anotherVersionOfTheProtocolIsRefusedAndToldWhichThereIs() {
        for (ValidatableResponse answer : new ValidatableResponse[] {
            ana().header("Upload-Length", 10).post(UPLOADS).then(),
            ana().header("Tus-Resumable", "0.2.2")
                    .header("Upload-Length", 10)
                    .post(UPLOADS)
                    .then()
        }) {
            answer.statusCode(412)
                    .header("Tus-Version", is("1.0.0"))
                    .header("Tus-Resumable", is("1.0.0"))
                    .body("type", is("urn:zenith:problem:tus-version-not-supported"));
        }
    }

    @Test
    void aLengthIsNeededAndLimited() {
        String model = createModel();

        tus().header("Upload-Metadata", metadata(model, "a.xlsx"))
                .post(UPLOADS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("header:Upload-Length"));
        tus().header("Upload-Metadata", metadata(model, "a.xlsx"))
                .header("Upload-Defer-Length", 1)
                .post(UPLOADS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("header:Upload-Defer-Length"));
        tus().header("Upload-Metadata", metadata(model, "a.xlsx"))
                .header("Upload-Length", 0)
                .post(UPLOADS)
                .then()
                .statusCode(400)
                .body("type", is("urn:zenith:problem:empty-upload"));
        tus().header("Upload-Metadata", metadata(model, "a.xlsx"))
                .header("Upload-Length", 52_428_801)
                .post(UPLOADS)
                .then()
                .statusCode(413)
                .body("type", is("urn:zenith:problem:payload-too-large"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename YS54bHN4",
                "modelId",
                "modelId !",
                "modelId bm9uZQ==",
                "a b,,c",
                "modelId YQ==,modelId YQ=="
            })
    void metadataThatNamesNoModelIsRefused(String metadata) {
        tus().header("Upload-Length", 10)
                .header("Upload-Metadata", metadata)
                .post(UPLOADS)
                .then()
                .statusCode(400)
                .body("type", is(INVALID))
                .body("errors[0].pointer", is("header:Upload-Metadata"));
    }

    @Test
    void aModelThatIsNotThereTakesNoUpload() {
        tus().header("Upload-Length", 10)
                .header("Upload-Metadata", metadata(UUID.randomUUID().toString(), "a.xlsx"))
                .post(UPLOADS)
                .then()
                .statusCode(404);
    }

    @Test
    void bytesOfAnotherTypeOrAtAnotherPlaceAreRefused() {
        byte[] workbook = Workbooks.sized("accept", 100);
        String upload = TusApi.create(createModel(), workbook.length);

        tus().contentType("application/octet-stream")
                .header("Upload-Offset", 0)
                .body(workbook)
                .patch(upload)
                .then()
                .statusCode(415)
                .body("type", is("urn:zenith:problem:unsupported-media-type"));
        tus().contentType(BYTES)
                .header("Upload-Offset", -1)
                .body(workbook)
                .patch(upload)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("header:Upload-Offset"));
        patch(upload, 7, workbook).then().statusCode(409).body("type", is("urn:zenith:problem:upload-offset-mismatch"));
        patch(upload, 0, Workbooks.sized("accept", 101))
                .then()
                .statusCode(413)
                .body("type", is("urn:zenith:problem:payload-too-large"));
        assertThat(offset(upload)).isZero();
    }

    @Test
    void whatBeginsAsNoWorkbookIsRefusedAtOnceAndLeavesNothing() {
        String upload = TusApi.create(createModel(), 60);

        patch(upload, 0, "%PDF-1.7".getBytes(US_ASCII))
                .then()
                .statusCode(422)
                .body("type", is("urn:zenith:problem:not-a-workbook"));

        tus().head(upload).then().statusCode(404);
        assertThat(kept.count("select count(*) as count from resumable_upload where id = ?::uuid", id(upload)))
                .isZero();
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

    @Test
    void aUserHasSoManyOpenAndNoMore() {
        String model = createModel();
        for (int i = 0; i < 40; i++) {
            tus(as("busy", "analyst"))
                    .header("Upload-Length", 100)
                    .header("Upload-Metadata", metadata(model, "a.xlsx"))
                    .post(UPLOADS)
                    .then()
                    .statusCode(201);
        }

        tus(as("busy", "analyst"))
                .header("Upload-Length", 100)
                .header("Upload-Metadata", metadata(model, "a.xlsx"))
                .post(UPLOADS)
                .then()
                .statusCode(429)
                .body("type", is("urn:zenith:problem:too-many-requests"));
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        tus().head(UPLOADS + "/7").then().statusCode(400);
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
