package com.zenithcapital.modelfile.download;

import static com.zenithcapital.modelfile.testing.Api.rhea;
import static com.zenithcapital.modelfile.testing.Api.settled;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.RawRequest;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.platform.testing.S3Resource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is wrong in storage never looks like a workbook to a client. */
@QuarkusTest
class BrokenDownloadTest {

    private static final int MIB = 1024 * 1024;
    private static final String DOWNLOADED = "zenith.model-files.download-started.v1";

    @Inject
    Kept kept;

    @Test
    void storageThatGoesAwayInTheMiddleCutsTheConnection() throws IOException {
        byte[] workbook = Workbooks.sized("accept", 40 * MIB);
        Uploaded version = published(workbook);

        long received;
        try (RawRequest request = RawRequest.get(version.publicPath() + "/content")) {
            byte[] first = request.received().readNBytes(64 * 1024);
            assertThat(new String(first, ISO_8859_1))
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("content-length: " + workbook.length);
            S3Resource.part().kill();
            try {
                received = first.length + restOf(request.received());
            } finally {
                S3Resource.part().start();
            }
        }

        assertThat(received).isLessThan(workbook.length);
    }

    @Test
    void aClientThatGoesAwayLeavesTheNextOneItsBytes() throws IOException {
        byte[] workbook = Workbooks.sized("accept", 20 * MIB);
        Uploaded version = published(workbook);

        for (int i = 0; i < 8; i++) {
            try (RawRequest request = RawRequest.get(version.publicPath() + "/content")) {
                assertThat(request.received().readNBytes(1024)).hasSize(1024);
                request.breakOff();
            }
        }

        assertThat(rhea().get(version.publicPath() + "/content").asByteArray()).isEqualTo(workbook);
        assertThat(kept.facts(DOWNLOADED, version.model())).isEqualTo(9);
    }

    @Test
    void bytesThatChangedInStorageAreNotHandedOutAsTheFile() throws IOException {
        byte[] workbook = Workbooks.sized("accept", 300_000);
        Uploaded version = published(workbook);
        byte[] changed = workbook.clone();
        changed[200_000] ^= 1;
        kept.overwrite(kept.objectOf(version.model(), 1), changed);

        long received;
        try (RawRequest request = RawRequest.get(version.publicPath() + "/content")) {
            received = restOf(request.received());
        }

        assertThat(received).isLessThan(workbook.length);
    }

    @Test
    void anObjectThatIsTooShortIsNotBegun() {
        byte[] workbook = Workbooks.sized("accept", 300_000);
        Uploaded version = published(workbook);
        kept.overwrite(kept.objectOf(version.model(), 1), Arrays.copyOf(workbook, 200_000));

        rhea().get(version.publicPath() + "/content").then().statusCode(503);
        rhea().header("Range", "bytes=0-99")
                .get(version.publicPath() + "/content")
                .then()
                .statusCode(206);

        assertThat(kept.facts(DOWNLOADED, version.model())).isEqualTo(1);
    }

    /** How many bytes come until the connection ends, in whichever way. */
    private static long restOf(InputStream answer) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        long count = 0;
        try {
            int read;
            while ((read = answer.read(chunk)) >= 0) {
                count += read;
            }
        } catch (SocketException e) {
            // A reset is an end as well.
        }
        return count;
    }

    private static Uploaded published(byte[] workbook) {
        Uploaded version = Api.upload(workbook);
        settled(version.job());
        Api.publish(version);
        return version;
    }
}
