package com.zenithcapital.modelfile.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.modelfile.testing.Golden;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This step as a consumer: what it understands of the facts as they are published. */
class SettledVersionTest {

    @ParameterizedTest
    @CsvSource({
        "zenith.model-files.version-accepted.v1, ACCEPTED",
        "zenith.model-files.version-rejected.v1, REJECTED",
        "zenith.model-files.version-failed.v1, FAILED"
    })
    void aVerdictIsUnderstood(String type, NoticeKind kind) throws JsonProcessingException {
        SettledVersion version = new ObjectMapper().treeToValue(Golden.data(type), SettledVersion.class);

        assertThat(NoticeKind.of(type)).contains(kind);
        assertThat(version.versionId()).isEqualTo(UUID.fromString("01920000-0000-7000-8000-000000000002"));
    }

    @Test
    void otherFactsAreNobodysNotice() {
        assertThat(NoticeKind.of("zenith.model-files.version-received.v1")).isEmpty();
        assertThat(NoticeKind.of("zenith.model-files.version-published.v1")).isEmpty();
    }
}
