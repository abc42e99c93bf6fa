package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.platform.proof.TcpProxy;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusExecutor;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uploads that survive what happens to laptops and servers, by the Java client of the tus project. */
@ExtendWith(SharedZenith.class)
class ResumableUploadIT {

    private static final Duration VERDICT_LIMIT = Duration.ofSeconds(60);
    private static final int REQUEST_BYTES = 4 * 1024 * 1024;

    private final Zenith zenith;
    private final TusDesk tus;

    ResumableUploadIT(Zenith zenith) {
        this.zenith = zenith;
        this.tus = new TusDesk(zenith, "ana");
    }

    @AfterEach
    void everythingRunsAgain() {
        zenith.awaitHealthy();
    }

    @Test
    void aWorkbookIsUploadedInSeveralRequests() throws IOException, ProtocolException {
        Model model = zenith.desk("ana").create("Model uploaded in pieces");
        Path workbook = zenith.workbook(Size.MEDIUM, 31_001);

        Job job = judged(tus.upload(model, workbook));

        assertThat(job.state()).as(job.json().toString()).isEqualTo("ACCEPTED");
        assertThat(zenith.desk("ana")
                        .api()
                        .bytes(model.version(job.version()) + "/content")
                        .body())
                .isEqualTo(Files.readAllBytes(workbook));
    }

    @Test
    void aRejectedWorkbookIsToldAsAnyOther() throws IOException, ProtocolException {
        Model model = zenith.desk("ana").create("Model uploaded in pieces, with a macro");

        Job job = judged(tus.upload(model, zenith.workbook(Trait.MACRO)));

        assertThat(job.state()).isEqualTo("REJECTED");
        assertThat(job.json().path("reason").path("slug").asText()).isEqualTo("macro-not-allowed");
    }

    @Test
    void anUploadSurvivesALostConnectionAndTheDeathOfTheService() throws IOException, ProtocolException {
        Model model = zenith.desk("ana").create("Model whose upload is interrupted twice");
        Path workbook = zenith.workbook(Size.MEDIUM, 31_002);
        long length = Files.size(workbook);
        try (TcpProxy line = TcpProxy.to(zenith.gateway().getPort())) {
            TusClient client = tus.client(URI.create("http://127.0.0.1:" + line.port()));
            TusUpload upload = TusDesk.describe(model, workbook);
            Interruptions interruptions = new Interruptions(line, length);
            AtomicReference<String> path = new AtomicReference<>();

            TusExecutor patient = new TusExecutor() {
                @Override
                protected void makeAttempt() throws ProtocolException, IOException {
                    TusUploader uploader = client.resumeOrCreateUpload(upload);
                    path.set(uploader.getUploadURL().getPath());
                    uploader.setChunkSize(64 * 1024);
                    uploader.setRequestPayloadSize(REQUEST_BYTES);
                    int sent;
                    do {
                        sent = uploader.uploadChunk();
                        interruptions.at(uploader.getOffset());
                    } while (sent > -1);
                    uploader.finish();
                }
            };
            patient.setDelays(new int[] {1_000, 2_000, 4_000, 8_000, 15_000, 15_000});
            assertThat(patient.makeAttempts()).isTrue();

            assertThat(interruptions.happened).isEqualTo(2);
            Job job = judged(tus.jobAt(model, path.get()));
            assertThat(job.state()).isEqualTo("ACCEPTED");
            assertThat(zenith.desk("ana")
                            .api()
                            .bytes(model.version(job.version()) + "/content")
                            .body())
                    .isEqualTo(Files.readAllBytes(workbook));
            assertThat(zenith.desk("ana")
                            .api()
                            .get(model.versions())
                            .expect(200)
                            .json()
                            .path("items"))
                    .hasSize(1);
        }
    }

    private Job judged(Job job) {
        return zenith.desk("ana").awaitVerdict(job, VERDICT_LIMIT);
    }

    /** At a third the line breaks, at two thirds the service dies. */
    private final class Interruptions {

        private final TcpProxy line;
        private final long length;
        private int happened;

        Interruptions(TcpProxy line, long length) {
            this.line = line;
            this.length = length;
        }

        void at(long offset) {
            if (happened == 0 && offset > length / 3) {
                happened++;
                line.cut();
            } else if (happened == 1 && offset > 2 * length / 3) {
                happened++;
                zenith.kill("model-file-service");
                zenith.restart("model-file-service");
            }
        }
    }
}
