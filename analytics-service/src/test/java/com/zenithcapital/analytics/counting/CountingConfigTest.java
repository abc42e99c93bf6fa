package com.zenithcapital.analytics.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountingConfigTest {

    @Test
    void defaultsAreWhatTheReadmeSays() {
        // When
        CountingConfig config = new SmallRyeConfigBuilder()
                .withMapping(CountingConfig.class)
                .build()
                .getConfigMapping(CountingConfig.class);

        // Then
        assertThat(config.enabled()).isTrue();
        assertThat(config.threads()).isEqualTo(2);
        assertThat(config.batch()).isEqualTo(12_000);
        assertThat(config.linger()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.busyLinger()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.statementTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.rest()).isEqualTo(Duration.ofMillis(500));
    }
}
