package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.testing.Api.XLSX;
import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.as;
import static com.zenithcapital.modelfile.testing.Api.createModel;
import static com.zenithcapital.modelfile.testing.Api.eddie;
import static com.zenithcapital.modelfile.testing.Api.post;
import static com.zenithcapital.modelfile.testing.Api.settled;
import static com.zenithcapital.modelfile.testing.Api.visitor;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an uploader sees, request by request; and what is left behind by each that is refused: nothing. */
@QuarkusTest
class UploadResourceTest {

    private static final String VERSIONS = "/api/v1/admin/models/{id}/versions";
    private static final byte[] PDF = "%PDF-1.7 and much more of it".getBytes(US_ASCII);

    @Inject
    Kept kept;

    @Test
    void aRawBodyBecomesAVersionWithAJob() {
        String model = createModel();

        ValidatableResponse answer = post(model, Workbooks.accepted()).then();

        String job = answer.statusCode(202)
                .body("version", is(1))
                .body("job.state", is("RECEIVED"))
                .extract()
                .path("job.id");
        answer.header("Location", "/api/v1/admin/jobs/" + job);
        assertThat(kept.facts("zenith.model-files.version-received.v1", model)).isEqualTo(1);
        assertThat(kept.objects()).contains(kept.objectOf(model, 1));
    }

    @Test
    void aFormsFileBecomesAVersionUnderItsOwnName() {
        String model = createModel();

        ValidatableResponse answer = ana().multiPart("note", "ignored")
                .multiPart("file", "Model v2.xlsx", Workbooks.accepted(), XLSX)
                .post(VERSIONS, model)
                .then();

        answer.statusCode(202);
        assertVersion(model, 1).body("filename", is("Model v2.xlsx")).body("size", is(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {XLSX, "application/octet-stream", "application/vnd.ms-excel"})
    void anyTypeThatAWorkbookIsSentAsWillDo(String type) {
        ana().contentType(type)
                .body(Workbooks.accepted())
                .post(VERSIONS, createModel())
                .then()
                .statusCode(202);
    }

    @Test
    void anotherTypeIsRefused() {
        ana().contentType("text/plain")
                .body(Workbooks.accepted())
                .post(VERSIONS, createModel())
                .then()
                .statusCode(415)
                .body("type", endsWith(":unsupported-media-type"));
    }

    @Test
    void theNameIsDecodedAndWithoutItsDirectory() {
        String model = createModel();

        ana().contentType(XLSX)
                .header("X-Filename", "UTF-8''..%2F..%2FCopper%20%E2%80%93%20v2.xlsx")
                .body(Workbooks.accepted())
                .post(VERSIONS, model)
                .then()
                .statusCode(202);

        assertVersion(model, 1).body("filename", is("Copper – v2.xlsx"));
    }

    @Test
    void aWorkbookOfManyPartsArrivesWhole() {
        String model = createModel();
        byte[] workbook = Workbooks.sized("accept", 12 * 1024 * 1024 + 17);

        String job = post(model, workbook).then().statusCode(202).extract().path("job.id");

        // The worker compares digest and size of what it downloads with what was hashed on the way in.
        assertThat(settled(job).getString("state")).isEqualTo("ACCEPTED");
        assertVersion(model, 1).body("size", is(workbook.length));
        assertThat(kept.openUploads()).isZero();
    }

    @Test
    void aWorkbookOfExactlyTheLimitIsTaken() {
        post(createModel(), Workbooks.sized("accept", 52_428_800)).then().statusCode(202);
    }

    @Test
    void oneByteMoreIsRefusedByItsLength() {
        assertNothingIsLeft(
                model -> post(model, Workbooks.sized("accept", 52_428_801)).then(), 413, "payload-too-large");
    }

    @Test
    void aFileThatIsNoWorkbookIsRefusedWhateverItIsCalled() {
        assertNothingIsLeft(model -> post(model, PDF).then(), 422, "not-a-workbook");
        assertNothingIsLeft(
                model -> ana().multiPart("file", "model.xlsx", PDF, XLSX)
                        .post(VERSIONS, model)
                        .then(),
                422,
                "not-a-workbook");
    }

    @Test
    void anEmptyBodyIsRefused() {
        assertNothingIsLeft(
                model -> ana().contentType(XLSX).post(VERSIONS, model).then(), 400, "empty-upload");
        assertNothingIsLeft(
                model -> ana().multiPart("file", "model.xlsx", new byte[0], XLSX)
                        .post(VERSIONS, model)
                        .then(),
                400,
                "empty-upload");
    }

    @Test
    void aFormWithoutTheFileIsRefused() {
        assertNothingIsLeft(
                model -> ana().multiPart("workbook", "model.xlsx", Workbooks.accepted(), XLSX)
                        .post(VERSIONS, model)
                        .then(),
                400,
                "malformed-form");
    }

    @Test
    void anUnknownModelIsNotFound() {
        post(UUID.randomUUID().toString(), Workbooks.accepted())
                .then()
                .statusCode(404)
                .body("type", endsWith(":not-found"));
    }

    @Test
    void anybodyButAnAnalystIsRefused() {
        assertNothingIsLeft(
                model -> visitor()
                        .contentType(XLSX)
                        .body(Workbooks.accepted())
                        .post(VERSIONS, model)
                        .then(),
                401,
                "unauthenticated");
        assertNothingIsLeft(
                model -> given().header("Authorization", "Bearer " + Tokens.expired("ana", "analyst"))
                        .contentType(XLSX)
                        .body(Workbooks.accepted())
                        .post(VERSIONS, model)
                        .then(),
                401,
                "unauthenticated");
        assertNothingIsLeft(
                model -> as("rhea", "reader")
                        .contentType(XLSX)
                        .body(Workbooks.accepted())
                        .post(VERSIONS, model)
                        .then(),
                403,
                "forbidden");
        assertNothingIsLeft(
                model -> eddie().contentType(XLSX)
                        .body(Workbooks.accepted())
                        .post(VERSIONS, model)
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void theSameBytesAgainAreTheSameJobAndOneObject() {
        String model = createModel();
        byte[] workbook = Workbooks.accepted();
        String job = post(model, workbook).then().statusCode(202).extract().path("job.id");
        settled(job);
        Set<UUID> objects = kept.objects();

        ValidatableResponse again = post(model, workbook).then();

        again.statusCode(200)
                .header("Location", "/api/v1/admin/jobs/" + job)
                .body("job.id", is(job))
                .body("job.state", is("ACCEPTED"))
                .body("version", is(1));
        assertThat(kept.versions(model)).isEqualTo(1);
        assertThat(kept.objects()).isEqualTo(objects);
    }

    @Test
    void theSameBytesForAnotherModelAreAnotherVersion() {
        byte[] workbook = Workbooks.accepted();
        post(createModel(), workbook).then().statusCode(202);

        post(createModel(), workbook).then().statusCode(202);
    }

    @Test
    void theSameBytesAfterARejectionAreANewVersion() {
        String model = createModel();
        byte[] workbook = Workbooks.rejected();
        settled(post(model, workbook).then().statusCode(202).extract().path("job.id"));

        ValidatableResponse again = post(model, workbook).then();

        again.statusCode(202).body("version", is(2));
    }

    @Test
    void aRepeatedKeyIsTheSameJobWhateverItsBody() {
        String model = createModel();
        String key = UUID.randomUUID().toString();
        String job = postWithKey(model, key, Workbooks.rejected())
                .statusCode(202)
                .extract()
                .path("job.id");
        settled(job);

        ValidatableResponse again = postWithKey(model, "\"" + key + "\"", Workbooks.accepted());

        again.statusCode(200).body("job.id", is(job)).body("version", is(1)).body("job.state", is("REJECTED"));
        assertThat(kept.versions(model)).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertNothingIsLeft(model -> postWithKey(model, "two words", Workbooks.accepted()), 400, "invalid-request");
    }

    private static ValidatableResponse postWithKey(String model, String key, byte[] workbook) {
        return ana().contentType(XLSX)
                .header("Idempotency-Key", key)
                .body(workbook)
                .post(VERSIONS, model)
                .then();
    }

    private static ValidatableResponse assertVersion(String model, int number) {
        return ana().get(VERSIONS + "/{number}", model, number)
                .then()
                .statusCode(200)
                .body("state", oneOf("RECEIVED", "PROCESSING", "ACCEPTED"));
    }

    private void assertNothingIsLeft(
            java.util.function.Function<String, ValidatableResponse> upload, int status, String slug) {
        String model = createModel();
        Set<UUID> objects = kept.objects();

        ValidatableResponse answer = upload.apply(model);

        answer.statusCode(status).contentType("application/problem+json").body("type", endsWith(":" + slug));
        assertThat(kept.versions(model)).isZero();
        assertThat(kept.objects()).isEqualTo(objects);
        assertThat(kept.openUploads()).isZero();
    }
}
