package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.local.part.KafkaPart;
import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.part.PostgresPart;
import com.zenithcapital.local.part.S3Part;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.stack.StackPlan;
import com.zenithcapital.platform.proof.Mailbox.Mail;
import com.zenithcapital.platform.proof.TcpProxy;
import com.zenithcapital.platform.proof.TcpProxy.Direction;
import com.zenithcapital.platform.proof.Victim;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import io.tus.java.client.ProtocolException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * {@code kill -9} at ten points of an upload's way, each held still by a proxy or a queue until it is reached. Afterwards
 * the client does what clients do, and there is one version, one verdict, one object and one mail. At the end the
 * comparison of rows and objects has removed what was left, and nothing else.
 *
 * <p>On a stack of its own: its uploads may take no longer than half a minute, so that orphans are old enough soon.
 */
@EnabledIfSystemProperty(named = "zenith.full", matches = "true", disabledReason = "runs with ./zenith test --full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenKillsIT {

    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final Duration POINT = Duration.ofSeconds(40);
    private static final Duration GRACE = Duration.ofSeconds(31);
    private static final int LAST = Integer.MAX_VALUE;

    /** Slow enough that a reply of eight bytes takes half a second. */
    private static final long SMTP_CRAWL = 16;

    /** Slow enough that reading back 10 MB takes seconds. */
    private static final long S3_CRAWL = 2_000_000;

    /** More than an SMTP client says before the mail itself. */
    private static final long SMTP_ENVELOPE = 1_000;

    private static final AtomicLong SEEDS = new AtomicLong(50_000);

    private final List<Accepted> told = new ArrayList<>();

    private Zenith zenith;
    private TusDesk tus;
    private Witness witness;

    @BeforeAll
    void start() {
        zenith = Zenith.start(
                "zenith-kills",
                Set.of(PostgresPart.NAME, KafkaPart.NAME, S3Part.NAME, MailPart.NAME),
                Map.of(
                        "ZENITH_MODEL_FILES_UPLOAD_TIME_LIMIT",
                        GRACE.minusSeconds(1).toString(),
                        "ZENITH_MODEL_FILES_RECONCILIATION_GRACE",
                        GRACE.toString(),
                        "ZENITH_MODEL_FILES_RECONCILIATION_EVERY",
                        "PT10S",
                        // One at a time, so that the next one waits.
                        "ZENITH_MODEL_FILES_PROCESSING_WORKERS",
                        "1"));
        tus = new TusDesk(zenith, "ana");
        witness = new Witness(zenith);
    }

    @AfterAll
    void stop() {
        zenith.close();
    }

    @AfterEach
    void everythingRunsAgain() {
        zenith.awaitHealthy();
    }

    @Test
    void beforeTheFirstByteOfAPlainUpload() throws IOException {
        LonelyUpload upload = upload("killed before the first byte");
        try (RawUpload open = upload.plain()) {
            killService();

            assertThat(open.answer().slug()).isIn("unavailable", "bad-gateway");
        }
        restartService();

        assertConserved(upload.model(), zenith.desk("ana").upload(upload.model(), upload.workbook()));
    }

    @Test
    void inTheMiddleOfAPlainUpload() throws IOException {
        LonelyUpload upload = upload("killed in the middle");
        List<String> before = zenith.bucket().openUploads();
        try (RawUpload open = upload.plain()) {
            open.write(Arrays.copyOf(upload.bytes(), upload.bytes().length * 3 / 4));
            awaitAPartBesides(before);

            killService();

            assertThat(open.answer().slug()).isIn("unavailable", "bad-gateway");
        }
        restartService();

        assertConserved(upload.model(), zenith.desk("ana").upload(upload.model(), upload.workbook()));
    }

    /** The object is stored, the row is not: what the comparison of rows and objects is for. */
    @Test
    void betweenTheLastByteOfAPlainUploadAndItsVersion() throws IOException {
        LonelyUpload upload = upload("killed between object and row");
        byte[] bytes = upload.bytes();
        List<String> objects = zenith.bucket().objects();
        List<String> before = zenith.bucket().openUploads();
        TcpProxy postgres = zenith.proxy(PostgresPart.NAME);
        try (RawUpload open = upload.plain()) {
            open.write(Arrays.copyOf(bytes, bytes.length - 1));
            awaitAPartBesides(before);
            postgres.stall();
            open.write(Arrays.copyOfRange(bytes, bytes.length - 1, bytes.length));
            await().atMost(POINT).until(() -> zenith.bucket().objects().size() > objects.size());

            killService();

            assertThat(open.answer().slug()).isIn("unavailable", "bad-gateway");
        } finally {
            postgres.heal();
        }
        restartService();

        assertConserved(upload.model(), zenith.desk("ana").upload(upload.model(), upload.workbook()));
    }

    @Test
    void beforeTheFirstChunkOfAResumableUpload() throws IOException, ProtocolException {
        LonelyUpload upload = upload("killed before the first chunk");
        String path = tus.create(upload.model(), upload.workbook());

        killService();
        restartService();

        assertConserved(upload.model(), tus.resume(path, upload.model(), upload.workbook()));
    }

    @Test
    void inTheMiddleOfAChunk() throws IOException, ProtocolException {
        LonelyUpload upload = upload("killed in the middle of a chunk");
        byte[] bytes = upload.bytes();
        String path = tus.create(upload.model(), upload.workbook());
        try (RawUpload chunk = upload.chunk(path, 0, bytes.length)) {
            chunk.write(Arrays.copyOf(bytes, bytes.length * 3 / 4));
            await().atMost(POINT).until(() -> witness.offset(path) > 0);

            killService();

            assertThat(chunk.answer().slug()).isIn("unavailable", "bad-gateway");
        }
        restartService();

        assertThat(witness.offset(path)).as("bytes that need not be sent again").isPositive();
        assertConserved(upload.model(), tus.resume(path, upload.model(), upload.workbook()));
    }

    @Test
    void betweenTheLastByteOfAResumableUploadAndItsVersion() throws IOException, ProtocolException {
        LonelyUpload upload = upload("killed between last chunk and version");
        byte[] bytes = upload.bytes();
        int half = bytes.length / 2;
        String path = tus.create(upload.model(), upload.workbook());
        try (RawUpload first = upload.chunk(path, 0, half)) {
            first.write(Arrays.copyOf(bytes, half)).answer().expect(204);
        }
        TcpProxy s3 = zenith.proxy(S3Part.NAME);
        try (RawUpload second = upload.chunk(path, half, bytes.length - half)) {
            // A workbook that came in two requests is read back for its digest, which now takes seconds.
            s3.throttle(Direction.TO_CLIENT, S3_CRAWL);
            second.write(Arrays.copyOfRange(bytes, half, bytes.length));
            await().atMost(POINT)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> zenith.rows().count("""
                            select count(*) from resumable_upload
                            where id = ?::uuid and received = length and job_id is null
                            """, path.substring(path.lastIndexOf('/') + 1)) == 1);

            killService();

            assertThat(second.answer().slug()).isIn("unavailable", "bad-gateway");
        } finally {
            s3.heal();
        }
        assertThat(witness.versions(upload.model())).isZero();
        restartService();

        assertConserved(upload.model(), tus.resume(path, upload.model(), upload.workbook()));
    }

    @Test
    void whileAVersionWaitsForAWorker() {
        LonelyUpload ahead = upload(Size.FULL, "looked at first");
        LonelyUpload waiting = upload("killed while it waits");
        Job first = zenith.desk("ana").upload(ahead.model(), ahead.workbook());
        Job second = zenith.desk("ana").upload(waiting.model(), waiting.workbook());
        assertThat(witness.state(second)).isEqualTo("RECEIVED");

        killService();

        assertThat(witness.state(second)).isEqualTo("RECEIVED");
        restartService();
        assertConserved(ahead.model(), first);
        assertConserved(waiting.model(), second);
    }

    @Test
    void whileAWorkerLooksAtIt() {
        LonelyUpload upload = upload("killed while it is looked at");
        Job job = zenith.desk("ana").upload(upload.model(), upload.workbook());
        awaitChild();

        killService();

        assertThat(witness.state(job)).isEqualTo("PROCESSING");
        restartService();
        assertConserved(upload.model(), job);
    }

    /** The same point, and only the worker's child dies. */
    @Test
    void whileAWorkersChildLooksAtAResumableUpload() throws IOException, ProtocolException {
        LonelyUpload upload = upload("whose child is killed");
        Job job = tus.upload(upload.model(), upload.workbook());

        awaitChild().kill();

        assertThat(witness.state(job)).isEqualTo("PROCESSING");
        assertConserved(upload.model(), job);
    }

    @Test
    void betweenTheVerdictAndTheMail() {
        LonelyUpload upload = upload("killed before its mail");
        TcpProxy mail = zenith.proxy(MailPart.NAME);
        mail.refuse();
        mail.cut();
        try {
            Job job = zenith.desk("ana").upload(upload.model(), upload.workbook());
            assertThat(zenith.desk("ana").awaitVerdict(job, RECOVERY).state()).isEqualTo("ACCEPTED");

            killService();

            assertThat(witness.mailsOf(job)).isEmpty();
            mail.heal();
            restartService();
            assertConserved(upload.model(), job);
        } finally {
            mail.heal();
        }
    }

    /**
     * The mail server has taken the mail, and its yes never arrives. SMTP has no better answer than to send it again; by its
     * Message-ID the reader's program sees that it is the same.
     */
    @Test
    void betweenTheMailAndTheServersYes() {
        LonelyUpload upload = upload("killed in its mail");
        TcpProxy mail = zenith.proxy(MailPart.NAME);
        long said = mail.passed(Direction.TO_TARGET);
        mail.throttle(Direction.TO_CLIENT, SMTP_CRAWL);
        try {
            Job job = zenith.desk("ana").upload(upload.model(), upload.workbook());
            await("the mail to be on its way")
                    .atMost(RECOVERY)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> mail.passed(Direction.TO_TARGET) > said + SMTP_ENVELOPE);
            mail.stall(Direction.TO_CLIENT);
            await("the mail to be taken")
                    .atMost(POINT)
                    .until(() -> witness.mailsOf(job).size() == 1);

            killService();

            mail.heal();
            restartService();
            Accepted accepted = new Accepted(zenith, upload.model(), List.of(job));
            await().atMost(RECOVERY)
                    .untilAsserted(() -> accepted.conservationBesidesMails().check());
            assertThat(witness.mailsOf(job)).hasSize(2);
            assertThat(witness.mailsOf(job))
                    .extracting(Mail::messageId)
                    .containsOnly(witness.mailsOf(job).getFirst().messageId());
        } finally {
            mail.heal();
        }
    }

    @Test
    @Order(LAST)
    void afterAComparisonEveryObjectIsAVersionsAndNothingIsDoubled() {
        Instant oldEnough = Instant.now().plus(GRACE);

        JsonNode run = await("a comparison of what is old enough")
                .atMost(RECOVERY)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> witness.firstRunAfter(oldEnough), found -> !found.isMissingNode());

        assertThat(run.path("found").path("orphansLeft").asInt()).isZero();
        assertThat(run.path("found").path("objectsMissing").asInt()).isZero();
        assertThat(run.path("found").path("sizesWrong").asInt()).isZero();
        assertThat(zenith.bucket().openUploads()).isEmpty();
        assertThat(zenith.bucket().objects())
                .containsExactlyInAnyOrderElementsOf(zenith.rows().list("select object_key from version"));
        assertThat(zenith.rows().count("select sum(orphans_removed) from reconciliation_run"))
                .as("the object whose row never came")
                .isPositive();
        told.forEach(accepted -> accepted.conservation().check());
    }

    private LonelyUpload upload(String what) {
        return upload(Size.MEDIUM, what);
    }

    private LonelyUpload upload(Size size, String what) {
        return new LonelyUpload(
                zenith, zenith.desk("ana").create("Model " + what), zenith.workbook(size, SEEDS.incrementAndGet()));
    }

    private void killService() {
        zenith.kill(StackPlan.MODEL_FILE_SERVICE);
    }

    private void restartService() {
        zenith.restart(StackPlan.MODEL_FILE_SERVICE);
    }

    /** What earlier kills left open stays so until the comparison of rows and objects. */
    private void awaitAPartBesides(List<String> before) {
        await("a part of the upload in storage")
                .atMost(POINT)
                .until(() -> !before.containsAll(zenith.bucket().openUploads()));
    }

    private Victim awaitChild() {
        Victim service = Victim.of(zenith.pid(StackPlan.MODEL_FILE_SERVICE));
        return await("a worker's child")
                .pollInterval(Duration.ofMillis(5))
                .atMost(POINT)
                .until(service::children, children -> !children.isEmpty())
                .getFirst();
    }

    private void assertConserved(Model model, Job job) {
        Accepted accepted = new Accepted(zenith, model, List.of(job));
        assertThat(zenith.desk("ana").awaitVerdict(job, RECOVERY).state()).isEqualTo("ACCEPTED");
        await().atMost(RECOVERY)
                .untilAsserted(() ->
                        assertThat(accepted.conservation().discrepancies()).isEmpty());
        // Doubles come late: it is asked again when all is done.
        told.add(accepted);
    }
}
