package com.zenithcapital.analytics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionConfigTest {

    @Test
    void defaultsAreWhatTheReadmeSays() {
        // When
        RetentionConfig config = new SmallRyeConfigBuilder()
                .withMapping(RetentionConfig.class)
                .build()
                .getConfigMapping(RetentionConfig.class);

        // Then
        assertThat(config.enabled()).isTrue();
        assertThat(config.every()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.rawDays()).isEqualTo(90);
        assertThat(config.filteredDays()).isEqualTo(7);
        assertThat(config.minutes()).isEqualTo(Duration.ofDays(2));
        assertThat(config.seenDays()).isEqualTo(8);
        assertThat(config.visits()).isEqualTo(Duration.ofDays(1));
        assertThat(config.readershipDays()).isEqualTo(730);
    }
}
