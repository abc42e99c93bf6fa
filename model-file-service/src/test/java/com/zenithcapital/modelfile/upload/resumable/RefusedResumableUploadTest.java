package com.zenithcapital.modelfile.upload.resumable;

import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.as;
import static com.zenithcapital.modelfile.testing.Api.createModel;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.BYTES;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.UPLOADS;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.metadata;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.offset;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.patch;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.tus;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tus 1.0 has refused, each by its name, with nothing left of it. */
@QuarkusTest
class RefusedResumableUploadTest {

    private static final String INVALID = "urn:zenith:problem:invalid-request";

    @Inject
    Kept kept;

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
}
