package com.zenithcapital.modelfile.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.modelfile.testing.Golden;
import com.zenithcapital.modelfile.version.VersionFact.Accepted;
import com.zenithcapital.modelfile.version.VersionFact.Failed;
import com.zenithcapital.modelfile.version.VersionFact.News;
import com.zenithcapital.modelfile.version.VersionFact.Published;
import com.zenithcapital.modelfile.version.VersionFact.Received;
import com.zenithcapital.modelfile.version.VersionFact.Rejected;
import com.zenithcapital.modelfile.version.VersionFact.Withdrawn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VersionFactTest {

    private static final VersionRef VERSION = new VersionRef(
            new ModelId(UUID.fromString("01920000-0000-7000-8000-000000000001")),
            "copper-2030",
            new VersionId(UUID.fromString("01920000-0000-7000-8000-000000000002")),
            3,
            new JobId(UUID.fromString("01920000-0000-7000-8000-000000000003")));

    static Stream<News> everyKind() {
        return Stream.of(
                new Received(
                        VERSION,
                        "copper.xlsx",
                        52_428_800,
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        "ana"),
                new Accepted(VERSION, 14, 4_000_000, 1_400_000, 12, 5, List.of("Assumptions", "Supply & Demand")),
                new Rejected(
                        VERSION,
                        new Reason(
                                "macro-not-allowed",
                                "xl/vbaProject.bin holds a VBA project.",
                                "Save it without macros.")),
                new Failed(VERSION, new Reason("processing-failed", "Storage was away.", "Upload it again.")),
                new Published(VERSION, "eddie"),
                new Withdrawn(VERSION, "eddie"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void aFactIsPublishedAsAgreed(News news) {
        VersionFact fact = VersionFact.of(Instant.EPOCH, news);

        assertThat(Golden.written(fact.data())).isEqualTo(Golden.data(fact.type()));
        assertThat(fact.topic()).isEqualTo("zenith.model-files.versions");
        assertThat(fact.key()).isEqualTo("01920000-0000-7000-8000-000000000001");
    }
}
