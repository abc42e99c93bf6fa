package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Resumable uploads by an analyst with the Java client of the tus project. */
record TusDesk(Zenith zenith, String user) {

    static final String UPLOADS = "/api/v1/admin/uploads";

    private static final int REQUEST_BYTES = 4 * 1024 * 1024;

    /** Uploads in several requests; the job it became. */
    Job upload(Model model, Path workbook) throws IOException, ProtocolException {
        return jobAt(model, send(client(zenith.gateway()).createUpload(describe(model, workbook))));
    }

    /** Announces an upload of which nothing is sent yet; its path. */
    String create(Model model, Path workbook) throws IOException, ProtocolException {
        return client(zenith.gateway())
                .createUpload(describe(model, workbook))
                .getUploadURL()
                .getPath();
    }

    /**
     * Asks how far an upload is and sends the rest, in a client that knows nothing but its path; the job it became. Where
     * nothing is left, nothing is sent: an empty last request has {@code Expect: 100-continue} from this client, which
     * takes an answer without a 100 before it for a refusal.
     */
    Job resume(String path, Model model, Path workbook) throws IOException, ProtocolException {
        TusUpload upload = describe(model, workbook);
        TusUploader uploader = client(zenith.gateway())
                .beginOrResumeUploadFromURL(
                        upload, zenith.gateway().resolve(path).toURL());
        return jobAt(model, uploader.getOffset() < upload.getSize() ? send(uploader) : path);
    }

    TusClient client(URI gateway) throws IOException {
        TusClient client = new TusClient();
        client.setUploadCreationURL(gateway.resolve(UPLOADS).toURL());
        client.setHeaders(Map.of("Authorization", "Bearer " + zenith.token(user)));
        client.enableResuming(new TusURLMemoryStore());
        return client;
    }

    static TusUpload describe(Model model, Path workbook) throws IOException {
        TusUpload upload = new TusUpload(workbook.toFile());
        upload.setMetadata(
                Map.of("modelId", model.id(), "filename", workbook.getFileName().toString()));
        return upload;
    }

    /** The job that the upload at a path became. */
    Job jobAt(Model model, String path) {
        Answer seen = zenith.desk(user).api().get(path).expect(200);
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

    private static String send(TusUploader uploader) throws IOException, ProtocolException {
        uploader.setRequestPayloadSize(REQUEST_BYTES);
        int sent;
        do {
            sent = uploader.uploadChunk();
        } while (sent > -1);
        uploader.finish();
        return uploader.getUploadURL().getPath();
    }
}
