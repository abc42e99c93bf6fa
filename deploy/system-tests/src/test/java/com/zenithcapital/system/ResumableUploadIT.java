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
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

    ResumableUploadIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @AfterEach
    void everythingRunsAgain() {
        zenith.awaitHealthy();
    }

    @Test
    void aWorkbookIsUploadedInSeveralRequests() throws IOException, ProtocolException {
        Model model = zenith.desk("ana").create("Model uploaded in pieces");
        Path workbook = zenith.workbook(Size.MEDIUM, 31_001);

        Job job = upload(client(zenith.gateway()), model, workbook);

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

        Job job = upload(client(zenith.gateway()), model, zenith.workbook(Trait.MACRO));

        assertThat(job.state()).isEqualTo("REJECTED");
        assertThat(job.json().path("reason").path("slug").asText()).isEqualTo("macro-not-allowed");
    }

    @Test
    void anUploadSurvivesALostConnectionAndTheDeathOfTheService() throws IOException, ProtocolException {
        Model model = zenith.desk("ana").create("Model whose upload is interrupted twice");
        Path workbook = zenith.workbook(Size.MEDIUM, 31_002);
        long length = Files.size(workbook);
        try (TcpProxy line = TcpProxy.to(zenith.gateway().getPort())) {
            TusClient client = client(URI.create("http://127.0.0.1:" + line.port()));
            TusUpload upload = describe(model, workbook);
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
            Job job = jobAt(model, path.get());
            assertThat(zenith.desk("ana").awaitVerdict(job, VERDICT_LIMIT).state())
                    .isEqualTo("ACCEPTED");
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

    private Job upload(TusClient client, Model model, Path workbook) throws IOException, ProtocolException {
        TusUpload upload = describe(model, workbook);
        TusUploader uploader = client.createUpload(upload);
        uploader.setRequestPayloadSize(REQUEST_BYTES);
        int sent;
        do {
            sent = uploader.uploadChunk();
        } while (sent > -1);
        uploader.finish();
        return zenith.desk("ana")
                .awaitVerdict(jobAt(model, uploader.getUploadURL().getPath()), VERDICT_LIMIT);
    }

    private TusClient client(URI gateway) throws IOException {
        TusClient client = new TusClient();
        client.setUploadCreationURL(gateway.resolve("/api/v1/admin/uploads").toURL());
        client.setHeaders(Map.of("Authorization", "Bearer " + zenith.token("ana")));
        client.enableResuming(new TusURLMemoryStore());
        return client;
    }

    private static TusUpload describe(Model model, Path workbook) throws IOException {
        TusUpload upload = new TusUpload(workbook.toFile());
        upload.setMetadata(
                Map.of("modelId", model.id(), "filename", workbook.getFileName().toString()));
        return upload;
    }

    private Job jobAt(Model model, String upload) {
        Answer seen = zenith.desk("ana").api().get(upload).expect(200);
        assertThat(seen.json().path("job").path("id").isTextual())
                .as(seen.toString())
                .isTrue();
        return new Job(
                seen.json().path("job").path("id").asText(),
                model,
                seen.json().path("version").asInt(),
                seen.json().path("job").path("state").asText(),
                seen.json());
    }
}
