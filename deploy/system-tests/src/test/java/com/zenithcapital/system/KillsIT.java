package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.local.sample.Size;
import com.zenithcapital.platform.proof.Victim;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kill -9} between upload and verdict, of everything in turn: nothing is lost, nothing is doubled. */
@ExtendWith(SharedZenith.class)
class KillsIT {

    private static final int UPLOADS = 4;
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** Each upload of each test is another file, or it would be the same job. */
    private static final AtomicLong SEEDS = new AtomicLong(10_000);

    private final Zenith zenith;

    KillsIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @AfterEach
    void everythingRunsAgain() {
        zenith.awaitHealthy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model-file-service", "kafka", "postgres", "s3"})
    void everyAcceptedUploadSurvivesTheDeathOf(String part) {
        Accepted accepted = uploadSeveral("Model that survives the death of " + part);
        long undecided = accepted.undecided();

        zenith.kill(part);
        zenith.restart(part);

        assertThat(undecided).as("uploads in flight when %s died", part).isPositive();
        assertConserved(accepted);
    }

    @Test
    void everyAcceptedUploadSurvivesTheDeathOfAWorkersChild() {
        Accepted accepted = uploadSeveral("Model that survives the death of a child");
        Victim service = Victim.of(zenith.pid("model-file-service"));
        Victim child = await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(20))
                .until(service::children, children -> !children.isEmpty())
                .getFirst();

        child.kill();

        assertConserved(accepted);
    }

    @Test
    void anUploadThatTheServicesDeathCutShortIsNoVersionAndCanBeRepeated() throws IOException {
        Model model = zenith.desk("ana").create("Model whose upload is cut short");
        Path workbook = zenith.workbook(Size.MEDIUM, SEEDS.incrementAndGet());
        byte[] bytes = Files.readAllBytes(workbook);
        try (RawUpload upload =
                RawUpload.ofLength(zenith.gateway(), model.versions(), zenith.token("ana"), bytes.length)) {
            upload.write(Arrays.copyOf(bytes, bytes.length - 1));

            zenith.kill("model-file-service");

            assertThat(upload.answer().slug()).isIn("unavailable", "bad-gateway");
        }
        zenith.restart("model-file-service");
        Job repeated = zenith.desk("ana").upload(model, workbook);
        assertConserved(new Accepted(zenith, model, List.of(repeated)));
    }

    @Test
    void aVerdictThatNobodyCouldBeToldIsMailedLater() {
        zenith.kill("mail");
        Accepted accepted = uploadSeveral("Model that survives the death of mail");
        accepted.jobs().forEach(job -> zenith.desk("ana").awaitVerdict(job, RECOVERY));

        zenith.restart("mail");

        assertConserved(accepted);
    }

    @Test
    void aVerdictIsMailedThoughTheServiceDiesWhileMailIsDown() {
        zenith.kill("mail");
        Accepted accepted = uploadSeveral("Model that survives two deaths");
        accepted.jobs().forEach(job -> zenith.desk("ana").awaitVerdict(job, RECOVERY));

        zenith.kill("model-file-service");
        zenith.restart("model-file-service");
        zenith.restart("mail");

        assertConserved(accepted);
    }

    private Accepted uploadSeveral(String title) {
        Model model = zenith.desk("ana").create(title);
        List<Path> workbooks = LongStream.generate(SEEDS::incrementAndGet)
                .limit(UPLOADS)
                .mapToObj(seed -> zenith.workbook(Size.MEDIUM, seed))
                .toList();
        return new Accepted(zenith, model, zenith.desk("ana").uploadAtOnce(model, workbooks));
    }

    private void assertConserved(Accepted accepted) {
        long began = System.nanoTime();
        accepted.jobs()
                .forEach(job -> assertThat(
                                zenith.desk("ana").awaitVerdict(job, RECOVERY).state())
                        .isEqualTo("ACCEPTED"));
        await().atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() ->
                        assertThat(accepted.conservation().discrepancies()).isEmpty());
        Figures.report(
                "all done after: " + accepted.model().title(), "%.1f s".formatted((System.nanoTime() - began) / 1e9));
        // A double would come late.
        await().during(QUIET)
                .atMost(QUIET.multipliedBy(3))
                .untilAsserted(() -> accepted.conservation().check());
    }
}
