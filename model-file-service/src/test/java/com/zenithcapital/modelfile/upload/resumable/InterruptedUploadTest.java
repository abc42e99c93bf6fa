package com.zenithcapital.modelfile.upload.resumable;

import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.createModel;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.begin;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.offset;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.patch;
import static com.zenithcapital.modelfile.upload.resumable.TusApi.tus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.storage.PartFile;
import com.zenithcapital.modelfile.storage.PartialObjects;
import com.zenithcapital.modelfile.storage.PartialObjects.Part;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.RawRequest;
import com.zenithcapital.modelfile.testing.RawRequest.Answer;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.modelfile.upload.resumable.UploadRows.Progress;
import com.zenithcapital.modelfile.version.MediaType;
import com.zenithcapital.platform.problem.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Resumable uploads that are cut off, taken over, forgotten, or left by an instance that died. */
@QuarkusTest
class InterruptedUploadTest {

    private static final int MIB = 1024 * 1024;

    @Inject
    Kept kept;

    @Inject
    UploadRows rows;

    @Inject
    PartialObjects partial;

    @Inject
    UploadSweep sweep;

    @Inject
    UploadClaim claim;

    @Inject
    Clock clock;

    @Test
    void whatCameBeforeTheConnectionBrokeIsKept() throws IOException {
        // Given
        String model = createModel();
        byte[] workbook = Workbooks.sized("accept", 9 * MIB);
        String upload = TusApi.create(model, workbook.length);
        RawRequest broken = begin(upload, 0, workbook.length);
        broken.send(Arrays.copyOf(workbook, 7 * MIB));
        await("a part counts").until(() -> seen(upload) >= 5 * MIB);

        // When
        broken.breakOff();

        // Then
        await("the tail is kept").until(() -> seen(upload) > 5 * MIB);
        int offset = (int) offset(upload);
        assertThat(offset).isLessThanOrEqualTo(7 * MIB);
        patch(upload, offset, Arrays.copyOfRange(workbook, offset, workbook.length))
                .then()
                .statusCode(204)
                .header("Zenith-Job", notNullValue());
        assertThat(ana().get("/api/v1/admin/uploads/{id}", id(upload))
                        .jsonPath()
                        .getInt("version"))
                .isEqualTo(1);
        assertThat(stored(upload)).isEqualTo(workbook);
        assertThat(kept.namesBeside(id(upload))).isEmpty();
    }

    @Test
    void aBodyThatStandsStillIsGivenUpAndWhatCameIsKept() throws IOException {
        byte[] workbook = Workbooks.sized("accept", 3 * MIB);
        String upload = TusApi.create(createModel(), workbook.length);
        try (RawRequest slow = begin(upload, 0, workbook.length)) {
            slow.send(Arrays.copyOf(workbook, MIB));

            Answer answer = slow.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.hasProblem("request-timeout")).isTrue();
        }
        assertThat(offset(upload)).isEqualTo(MIB);
    }

    @Test
    void aNewWriterTakesOverFromOneThatStandsStill() throws IOException {
        // Given: a connection that is dead, though nobody has noticed
        String model = createModel();
        byte[] workbook = Workbooks.sized("accept", 8 * MIB);
        String upload = TusApi.create(model, workbook.length);
        try (RawRequest stale = begin(upload, 0, workbook.length)) {
            stale.send(Arrays.copyOf(Workbooks.sized("reject", 8 * MIB), 2 * MIB));
            await("it writes").until(() -> hasWriter(upload));

            // When
            patch(upload, offset(upload), workbook).then().statusCode(204).header("Zenith-Job", notNullValue());
        }

        // Then
        assertThat(stored(upload)).isEqualTo(workbook);
        assertThat(kept.versions(model)).isEqualTo(1);
        assertThat(kept.openUploadsOf(id(upload))).isZero();
    }

    @Test
    void whatAWriterStoresAfterAnotherTookOverCountsForNothing() {
        // Given
        byte[] workbook = Workbooks.sized("accept", 8 * MIB);
        String upload = TusApi.create(createModel(), workbook.length);
        ObjectKey key = new ObjectKey(UUID.fromString(id(upload)));
        UUID stale = UUID.randomUUID();
        assertThat(rows.claim(key, stale, 0)).isTrue();
        ChunkWriter writer = new ChunkWriter(rows, partial, rows.find(key).orElseThrow(), stale, Optional.empty());
        InputStream takenOverMidway =
                new FilterInputStream(new ByteArrayInputStream(Workbooks.sized("accept", 6 * MIB))) {
                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        int read = super.read(bytes, offset, length);
                        if (read < 0) {
                            rows.claim(key, UUID.randomUUID(), 5 * MIB);
                        }
                        return read;
                    }
                };

        // When, then
        assertThatThrownBy(() -> writer.write(takenOverMidway))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(ResumableProblem.TAKEN_OVER));
        assertThat(rows.find(key).orElseThrow().received()).isEqualTo(5 * MIB);
        assertThat(kept.namesBeside(id(upload))).isEmpty();
    }

    @Test
    void whatTwoSendAtOnceBecomesOneVersion() throws IOException {
        String model = createModel();
        byte[] workbook = Workbooks.sized("accept", 2 * MIB);
        String upload = TusApi.create(model, workbook.length);
        try (RawRequest one = begin(upload, 0, workbook.length);
                RawRequest two = begin(upload, 0, workbook.length)) {
            one.send(workbook);
            two.send(workbook);
            assertThat(List.of(one.answer().status(), two.answer().status())).contains(204);
        }

        tus().head(upload).then().statusCode(200).header("Zenith-Job", notNullValue());
        assertThat(kept.versions(model)).isEqualTo(1);
        assertThat(stored(upload)).isEqualTo(workbook);
    }

    @Test
    void whatIsCutOffUnderAChecksumIsNotKept() throws IOException {
        byte[] workbook = Workbooks.sized("accept", 12 * MIB);
        String upload = TusApi.create(createModel(), workbook.length);
        RawRequest broken = RawRequest.to(
                "PATCH " + upload,
                "Content-Type: " + TusApi.BYTES,
                "Tus-Resumable: 1.0.0",
                "Upload-Offset: 0",
                "Upload-Checksum: sha1 " + Base64.getEncoder().encodeToString(new byte[20]),
                "Content-Length: " + workbook.length);
        broken.send(Arrays.copyOf(workbook, 11 * MIB));
        await("parts are stored")
                .until(() -> kept.count(
                                "select last_part::bigint as count from resumable_upload where id = ?::uuid",
                                id(upload))
                        == 2);

        broken.breakOff();

        assertThat(offset(upload)).isZero();
        patch(upload, 0, workbook).then().statusCode(204).header("Zenith-Job", notNullValue());
        assertThat(stored(upload)).isEqualTo(workbook);
    }

    @Test
    void anUploadThatStoodStillTooLongIsGoneWithAllItsBytes() {
        byte[] workbook = Workbooks.sized("accept", 8 * MIB);
        String upload = TusApi.create(createModel(), workbook.length);
        patch(upload, 0, Arrays.copyOf(workbook, 6 * MIB)).then().statusCode(204);
        assertThat(kept.namesBeside(id(upload))).hasSize(1);
        kept.change(
                "update resumable_upload set touched_at = touched_at - interval '25 hours' where id = ?::uuid",
                id(upload));

        tus().head(upload).then().statusCode(410);
        patch(upload, 6 * MIB, new byte[1])
                .then()
                .statusCode(410)
                .body("type", is("urn:zenith:problem:upload-expired"));
        sweep.sweep(clock.instant());

        tus().head(upload).then().statusCode(404);
        assertThat(kept.namesBeside(id(upload))).isEmpty();
        assertThat(kept.openUploadsOf(id(upload))).isZero();
    }

    @Test
    void whatAKillLeftBetweenTheLastByteAndTheVersionIsBroughtToItsEnd() {
        // Given
        String model = createModel();
        byte[] workbook = Workbooks.accepted();
        String upload = allBytesHereAndNoVersion(model, workbook);

        // When
        sweep.sweep(clock.instant().plus(Duration.ofMinutes(5)));

        // Then
        assertThat(kept.versions(model)).isEqualTo(1);
        assertThat(stored(upload)).isEqualTo(workbook);
        tus().head(upload).then().statusCode(200).header("Zenith-Job", notNullValue());
    }

    @Test
    void whoAsksAfterAKillHowFarItIsCompletesIt() {
        String model = createModel();
        byte[] workbook = Workbooks.accepted();
        String upload = allBytesHereAndNoVersion(model, workbook);

        tus().head(upload).then().statusCode(200).header("Zenith-Job", notNullValue());
        tus().head(upload).then().statusCode(200).header("Zenith-Job", notNullValue());

        assertThat(kept.versions(model)).isEqualTo(1);
    }

    @Test
    void theObjectMayBeCompleteAlreadyWhenTheKillCame() {
        String model = createModel();
        byte[] workbook = Workbooks.accepted();
        String upload = allBytesHereAndNoVersion(model, workbook);
        ObjectKey key = new ObjectKey(UUID.fromString(id(upload)));
        partial.complete(key, rows.find(key).orElseThrow().multipartId(), rows.parts(key));

        tus().head(upload).then().statusCode(200).header("Zenith-Job", notNullValue());

        assertThat(stored(upload)).isEqualTo(workbook);
    }

    @Test
    void theReconciliationLeavesOpenUploadsAlone() {
        byte[] workbook = Workbooks.sized("accept", 2 * MIB);
        String open = TusApi.create(createModel(), workbook.length);
        patch(open, 0, Arrays.copyOf(workbook, MIB)).then().statusCode(204);
        String tail = kept.namesBeside(id(open)).iterator().next();
        String stranger = UUID.randomUUID().toString();

        Set<String> inUse = claim.inUse(Set.of(id(open), tail, id(open) + "." + UUID.randomUUID(), stranger));

        assertThat(inUse).containsExactlyInAnyOrder(id(open), tail);
    }

    @Test
    void anUploadThatBecameAVersionIsForgottenInTheEnd() {
        byte[] workbook = Workbooks.accepted();
        String model = createModel();
        String upload = TusApi.create(model, workbook.length);
        patch(upload, 0, workbook).then().statusCode(204);

        sweep.sweep(clock.instant());
        tus().head(upload).then().statusCode(200);
        kept.change(
                "update resumable_upload set touched_at = touched_at - interval '25 hours' where id = ?::uuid",
                id(upload));
        sweep.sweep(clock.instant());

        tus().head(upload).then().statusCode(404);
        assertThat(kept.versions(model)).isEqualTo(1);
    }

    /** As an instance leaves it that dies after its last part counted. */
    private String allBytesHereAndNoVersion(String model, byte[] workbook) {
        String upload = TusApi.create(model, workbook.length);
        ObjectKey key = new ObjectKey(UUID.fromString(id(upload)));
        UUID writer = UUID.randomUUID();
        assertThat(rows.claim(key, writer, 0)).isTrue();
        int number = rows.nextPart(key, writer).orElseThrow();
        Part part;
        try (PartFile bytes = partial.newPart()) {
            bytes.append(workbook, workbook.length);
            part = partial.putPart(key, rows.find(key).orElseThrow().multipartId(), number, bytes);
        }
        assertThat(rows.record(
                        key,
                        writer,
                        new Progress(List.of(part), workbook.length, Optional.empty(), Optional.of(MediaType.XLSX))))
                .isTrue();
        return upload;
    }

    private long seen(String upload) {
        return ana().get(upload).jsonPath().getLong("offset");
    }

    private boolean hasWriter(String upload) {
        return kept.count(
                        "select count(*) as count from resumable_upload where id = ?::uuid and writer is not null",
                        id(upload))
                == 1;
    }

    private byte[] stored(String upload) {
        return kept.bytes(id(upload));
    }

    private static String id(String upload) {
        return upload.substring(upload.lastIndexOf('/') + 1);
    }
}
