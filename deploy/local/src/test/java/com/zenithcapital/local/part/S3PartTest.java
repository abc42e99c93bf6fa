package com.zenithcapital.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.binaries.Binaries;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3PartTest {

    private static final S3Key KEY = new S3Key("the-key", "the-secret");

    private S3Part s3;

    @BeforeAll
    void startPart(@TempDir Path home) {
        s3 = new S3Part(
                Binaries.ofRepository(), new Installation(home), FreePorts.next(), KEY, List.of("zenith-model-files"));
        s3.start();
    }

    @AfterAll
    void stopPart() {
        s3.stop();
    }

    @Test
    void what_was_stored_is_there_after_kill_nine() throws Exception {
        // Given
        SignedRequests signed = new SignedRequests(s3.url(), KEY);
        assertThat(signed.put("/zenith-model-files/kept", "acknowledged").statusCode())
                .isEqualTo(200);

        // When
        s3.kill();
        s3.start();

        // Then
        assertThat(signed.get("/zenith-model-files/kept").body()).isEqualTo("acknowledged");
    }

    @Test
    void another_bucket_does_not_exist() throws Exception {
        // When
        HttpResponse<String> answer = new SignedRequests(s3.url(), KEY).get("/another-bucket/object");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void a_signature_with_another_secret_is_refused() throws Exception {
        // When
        HttpResponse<String> answer = new SignedRequests(s3.url(), new S3Key(KEY.id(), "another-secret"))
                .put("/zenith-model-files/forged", "text");

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("SignatureDoesNotMatch");
    }
}
