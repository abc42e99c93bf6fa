package com.zenithcapital.modelfile.processing;

import static com.zenithcapital.modelfile.testing.Api.settled;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.ClamdProcess;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Mails;
import com.zenithcapital.modelfile.testing.Workbooks;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Antivirus is on. Whether there is one is each test's: a real clamd, or nobody at its port. */
@QuarkusTest
@TestProfile(AntivirusTest.On.class)
class AntivirusTest {

    /** More setbacks than this would fail a job: clamd's absence must not count as one. */
    private static final int MOST_SETBACKS = 3;

    /** The application with antivirus. */
    public static final class On implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "zenith.model-files.antivirus.enabled", "true",
                    "zenith.model-files.antivirus.port", Integer.toString(ClamdProcess.port()),
                    "zenith.model-files.antivirus.retry", "PT0.2S",
                    "zenith.model-files.processing.poll", "PT0.2S",
                    "zenith.model-files.processing.max-setbacks", Integer.toString(MOST_SETBACKS));
        }
    }

    @Inject
    Kept kept;

    @Inject
    MeterRegistry metrics;

    @Inject
    QueueMetrics queue;

    @Test
    void withoutClamdAJobWaitsAndSaysForWhatAndNothingIsHeldAgainstIt() throws IOException {
        // Given
        Uploaded version = Api.upload(Workbooks.accepted());

        JsonPath held =
                await().until(() -> Api.job(version.job()).extract().jsonPath(), now -> now.get("waitsFor") != null);

        // When: nobody has answered for more turns than setbacks are borne. In each it is due twice: taken, put back.
        Set<String> due = new HashSet<>();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(30))
                .until(() -> {
                    due.add(kept.text("select due_at::text as text from job where id = ?::uuid", version.job())
                            .orElseThrow());
                    return due.size() > 4 * MOST_SETBACKS;
                });

        // Then
        JsonPath job = Api.job(version.job()).extract().jsonPath();
        assertThat(job.getInt("attempts")).isEqualTo(1);
        assertThat(job.getLong("revision"))
                .as("what nobody needs to be told of is no event")
                .isEqualTo(held.getLong("revision"));
        assertThat(job.getString("waitsFor")).isEqualTo("antivirus");
        assertThat(job.getString("state")).isEqualTo("PROCESSING");
        assertThat(kept.count("select setbacks + crashes::bigint as count from job where id = ?::uuid", version.job()))
                .isZero();
        queue.measure();
        assertThat(metrics.get("zenith.jobs.held").gauge().value()).isPositive();

        // When
        assumeTrue(ClamdProcess.isInstalled(), "what follows needs " + ClamdProcess.PROGRAM);
        try (ClamdProcess _ = ClamdProcess.start()) {
            // Then
            JsonPath settled = settled(version.job());
            assertThat(settled.getString("state")).isEqualTo("ACCEPTED");
            assertThat(settled.<Object>get("waitsFor")).isNull();
            assertThat(settled.getInt("attempts")).isEqualTo(1);
        }
    }

    @Test
    void malwareIsRejectedBeforeTheEngineSeesItAndItsUploaderIsTold() throws IOException {
        // Given: a file that would take the engine down
        assumeTrue(ClamdProcess.isInstalled(), "needs " + ClamdProcess.PROGRAM);
        byte[] workbook = Workbooks.sized("die", 300_000);
        byte[] eicar = ClamdProcess.EICAR.getBytes(US_ASCII);
        System.arraycopy(eicar, 0, workbook, 200_000, eicar.length);

        try (ClamdProcess _ = ClamdProcess.start()) {
            // When
            Uploaded version = Api.upload(workbook);
            JsonPath job = settled(version.job());

            // Then
            assertThat(job.getString("state")).isEqualTo("REJECTED");
            assertThat(job.getString("reason.slug")).isEqualTo("malware-found");
            assertThat(job.getString("reason.detail")).contains("Zenith.Eicar");
            assertThat(job.getString("reason.nextStep")).contains("security");
            assertThat(job.getInt("attempts")).isEqualTo(1);
            Mails.Received mail = await().atMost(Duration.ofSeconds(30))
                    .until(() -> Mails.about(version.job()), mails -> !mails.isEmpty())
                    .getFirst();
            assertThat(mail.text()).contains("malware-found", "Zenith.Eicar", "security contact");
        }
    }

    @Test
    void theLargestWorkbookPassesAWholeScan() throws IOException {
        // Given
        assumeTrue(ClamdProcess.isInstalled(), "needs " + ClamdProcess.PROGRAM);
        try (ClamdProcess _ = ClamdProcess.start()) {
            // When
            Uploaded version = Api.upload(Workbooks.sized("accept", 50 * 1024 * 1024));

            // Then
            assertThat(settled(version.job()).getString("state")).isEqualTo("ACCEPTED");
        }
    }
}
