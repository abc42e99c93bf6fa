package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An upload that goes on after its process has ended, by the JavaScript client of the tus project. Fetches it from npm. */
@ExtendWith(SharedZenith.class)
@EnabledIf(value = "isAsked", disabledReason = "runs with ./zenith test --full, or with ZENITH_NPM=true")
class TusJsClientIT {

    private static final Duration VERDICT_LIMIT = Duration.ofSeconds(90);

    /** As in upload.mjs. */
    private static final long CHUNK = 4L * 1024 * 1024;

    private final Zenith zenith;

    @TempDir
    private Path directory;

    TusJsClientIT(Zenith zenith) {
        this.zenith = zenith;
    }

    /** Not with every build: it needs Node and the npm registry. */
    static boolean isAsked() {
        return Boolean.getBoolean("zenith.full") || "true".equals(System.getenv("ZENITH_NPM"));
    }

    @Test
    void anUploadBrokenOffHalfWayIsFinishedByAnotherProcess() throws IOException {
        NodeProject client = NodeProject.install("tus-js-client");
        Model model = zenith.desk("ana").create("Model uploaded by a browser's client");
        Path workbook = zenith.workbook(Size.FULL, 41_001);
        long length = Files.size(workbook);
        Map<String, String> environment = Map.of(
                "ENDPOINT", zenith.gateway().resolve(TusDesk.UPLOADS).toString(),
                "TOKEN", zenith.token("ana"),
                "FILE", workbook.toString(),
                "MODEL", model.id(),
                "URLS", directory.resolve("urls.json").toString());

        JsonNode first = client.run(environment, "upload.mjs", "--until", Long.toString(length / 2));
        JsonNode second = client.run(environment, "upload.mjs");

        assertThat(first.path("ended").asText()).isEqualTo("aborted");
        assertThat(first.path("job").isNull()).as(first.toString()).isTrue();
        assertThat(second.path("ended").asText()).isEqualTo("complete");
        assertThat(second.path("url")).isEqualTo(first.path("url"));
        long resumedAt = second.path("resumedAt").asLong();
        assertThat(resumedAt)
                .as("bytes that need not be sent again")
                .isGreaterThanOrEqualTo(first.path("accepted").asLong())
                .isBetween(length / 2 - CHUNK, length - CHUNK);
        assertThat(second.path("requests").asLong()).isEqualTo(Math.ceilDiv(length - resumedAt, CHUNK));
        Job job = new TusDesk(zenith, "ana")
                .jobAt(model, URI.create(second.path("url").asText()).getPath());
        assertThat(second.path("job").asText()).isEqualTo(job.path());
        assertThat(zenith.desk("ana").awaitVerdict(job, VERDICT_LIMIT).state()).isEqualTo("ACCEPTED");
        assertThat(zenith.desk("ana")
                        .api()
                        .bytes(model.version(job.version()) + "/content")
                        .body())
                .isEqualTo(Files.readAllBytes(workbook));
    }
}
