package com.zenithcapital.modelfile.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.modelfile.testing.Golden;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.VersionId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DownloadStartedTest {

    @Test
    void aFactIsPublishedAsAgreed() {
        DownloadStarted fact = DownloadStarted.of(
                Instant.EPOCH,
                new DownloadStarted.Data(
                        new ModelId(UUID.fromString("01920000-0000-7000-8000-000000000001")),
                        "copper-2030",
                        new VersionId(UUID.fromString("01920000-0000-7000-8000-000000000002")),
                        3,
                        52_428_800,
                        "rhea"));

        assertThat(Golden.written(fact.data())).isEqualTo(Golden.data(fact.type()));
        assertThat(fact.topic()).isEqualTo("zenith.model-files.downloads");
        assertThat(fact.key()).isEqualTo("01920000-0000-7000-8000-000000000001");
    }
}
