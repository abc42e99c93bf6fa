package com.zenithcapital.modelfile.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.platform.testing.S3Resource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Storage on a disk of sixteen megabytes: a real file system that is really full. Needs the right to mount one. This server calls
 * that an internal error, so the answer is the one for storage that fails; what is left behind is the same for both.
 */
@QuarkusTest
class FullStorageTest {

    private static final int LARGER_THAN_THE_DISK = 30 * 1024 * 1024;

    /** Less than a part: it goes as one object, past a disk that is nearly full. */
    private static final int ONE_OBJECT = 4 * 1024 * 1024;

    @Inject
    Kept kept;

    @Test
    void aFullDiskLeavesNothingHalfStoredAndIsNoLastingHarm() throws Exception {
        // Given
        Path data = S3Resource.data();
        S3Resource.part().stop();
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", data.toString()) == 0;
        try {
            S3Resource.part().start();
            assumeThat(mounted).as("may mount a file system").isTrue();
            String model = Api.createModel();

            // When, then: in parts
            Api.post(model, Workbooks.sized("accept", LARGER_THAN_THE_DISK))
                    .then()
                    .statusCode(503)
                    .body("type", is("urn:zenith:problem:unavailable"));
            assertThat(kept.openUploads()).isZero();
            assertThat(kept.objects()).isEmpty();

            // When, then: as one object
            Files.write(data.resolve("ballast"), new byte[13 * 1024 * 1024]);
            Api.post(model, Workbooks.sized("accept", ONE_OBJECT))
                    .then()
                    .statusCode(503)
                    .body("type", is("urn:zenith:problem:unavailable"));
            assertThat(kept.objects()).isEmpty();
            assertThat(kept.versions(model)).isZero();

            // When, then: somebody has made room
            Files.delete(data.resolve("ballast"));
            Api.post(model, Workbooks.sized("accept", ONE_OBJECT)).then().statusCode(202);
        } finally {
            S3Resource.part().stop();
            if (mounted) {
                assertThat(run("umount", data.toString())).isZero();
            }
            S3Resource.part().start();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
