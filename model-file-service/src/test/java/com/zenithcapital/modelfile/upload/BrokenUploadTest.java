package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.testing.Api.createModel;
import static com.zenithcapital.modelfile.testing.Api.post;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.RawRequest;
import com.zenithcapital.modelfile.testing.RawRequest.Answer;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.platform.testing.S3Resource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads that stop, crawl, never end or find storage away: each leaves neither a row nor an object nor a part. */
@QuarkusTest
class BrokenUploadTest {

    private static final int MIB = 1024 * 1024;

    @Inject
    Kept kept;

    private String model = "";
    private Set<UUID> objects = Set.of();

    @BeforeEach
    void remember() {
        model = createModel();
        objects = kept.objects();
    }

    @Test
    void aBodyThatIsCutOffLeavesNothing() throws IOException {
        RawRequest request = RawRequest.upload(model, "Content-Length: " + 20 * MIB);
        request.send(Workbooks.sized("accept", 7 * MIB));
        await("a part is stored").until(() -> kept.openUploads() == 1);

        request.breakOff();

        await("nothing is left").until(() -> kept.openUploads() == 0);
        assertNothingIsLeft();
    }

    @Test
    void aBodyThatStandsStillIsGivenUp() throws IOException {
        try (RawRequest request = RawRequest.upload(model, "Content-Length: " + 20 * MIB)) {
            request.send(Workbooks.sized("accept", 7 * MIB));

            Answer answer = request.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.hasProblem("request-timeout")).isTrue();
        }
        assertNothingIsLeft();
    }

    @Test
    void aChunkedBodyIsCountedAndRefusedPastTheLimit() throws IOException {
        byte[] first = Workbooks.sized("accept", MIB);
        try (RawRequest request = RawRequest.upload(model, "Transfer-Encoding: chunked")) {
            request.sendChunksWhileHeard(first, 51);

            Answer answer = request.answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.hasProblem("payload-too-large")).isTrue();
            assertThat(answer.body()).contains("52428800");
        }
        assertNothingIsLeft();
    }

    @Test
    void aLongBodyThatIsNoWorkbookIsRefusedAtOnce() throws IOException {
        try (RawRequest request = RawRequest.upload(model, "Content-Length: " + 40 * MIB)) {
            request.send("%PDF-1.7 and then forty megabytes that nobody needs to send".getBytes(US_ASCII));

            Answer answer = request.answer();

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.hasProblem("not-a-workbook")).isTrue();
        }
        assertNothingIsLeft();
    }

    @Test
    void whoSendsItAllBeforeLookingForTheAnswerFindsItAndMaySendAnother() throws IOException {
        try (RawRequest request = RawRequest.upload(model, "Content-Length: " + 40 * MIB)) {
            byte[] pdf = new byte[MIB];
            for (int i = 0; i < 40; i++) {
                request.send(pdf);
            }

            assertThat(request.answer().status()).isEqualTo(422);

            byte[] workbook = Workbooks.accepted();
            request.begin(model, "Content-Length: " + workbook.length);
            request.send(workbook);
            assertThat(request.answer().status()).isEqualTo(202);
        }
    }

    @Test
    void aConnectionWhoseRequestsWereReadWholeStaysOpen() throws IOException {
        byte[] workbook = Workbooks.accepted();
        try (RawRequest request = RawRequest.to("POST /api/v1/admin/models", "Content-Length: 16")) {
            request.send("{\"title\":\"Keep\"}".getBytes(US_ASCII));
            assertThat(request.answer().status()).isEqualTo(201);
            await("longer than a remainder is waited for")
                    .pollDelay(Duration.ofSeconds(4))
                    .until(() -> true);

            request.begin(model, "Content-Length: " + workbook.length);
            request.send(workbook);

            assertThat(request.answer().status()).isEqualTo(202);
        }
    }

    @Test
    void aKnownLengthPastTheLimitIsRefusedBeforeAByteIsSent() throws IOException {
        try (RawRequest request = RawRequest.upload(model, "Content-Length: 52428801", "Expect: 100-continue")) {
            Answer answer = request.answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.hasProblem("payload-too-large")).isTrue();
        }
        assertNothingIsLeft();
    }

    @Test
    void anExpectedContinueIsGiven() throws IOException {
        byte[] workbook = Workbooks.accepted();
        try (RawRequest request =
                RawRequest.upload(model, "Content-Length: " + workbook.length, "Expect: 100-continue")) {
            assertThat(request.answer().status()).isEqualTo(100);

            request.send(workbook);

            assertThat(request.answer().status()).isEqualTo(202);
        }
    }

    @Test
    void aFormCutOffBeforeItsEndLeavesNothing() throws IOException {
        String form =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\nPK\u0003\u0004 and more";
        try (RawRequest request = RawRequest.upload(
                model, "Content-Type: multipart/form-data; boundary=b", "Content-Length: " + form.length())) {
            request.send(form.getBytes(US_ASCII));

            Answer answer = request.answer();

            assertThat(answer.status()).isEqualTo(400);
        }
        assertNothingIsLeft();
    }

    @Test
    void whileStorageIsAwayTheUploaderIsToldToComeAgain() {
        S3Resource.part().kill();
        try {
            post(model, Workbooks.accepted())
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("type", endsWith(":unavailable"));
            assertThat(kept.versions(model)).isZero();
        } finally {
            S3Resource.part().start();
        }
        assertNothingIsLeft();

        post(model, Workbooks.accepted()).then().statusCode(202);
    }

    private void assertNothingIsLeft() {
        assertThat(kept.versions(model)).isZero();
        await("no object is left").until(() -> kept.objects().equals(objects) && kept.openUploads() == 0);
    }
}
