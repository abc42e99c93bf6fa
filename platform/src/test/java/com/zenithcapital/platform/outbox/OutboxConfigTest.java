package com.zenithcapital.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxConfigTest {

    @Test
    void theDefaultsAreThoseThatTheDocumentationTells() {
        OutboxConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(OutboxConfig.class)
                .withDefaultValue("quarkus.application.name", "model-file-service")
                .build()
                .getConfigMapping(OutboxConfig.class);

        assertThat(config.relay()).isTrue();
        assertThat(config.source()).isEqualTo("/zenith/model-file-service");
        assertThat(config.batch()).isEqualTo(500);
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.sendTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.firstRest()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.longestRest()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.retention()).isEqualTo(Duration.ofDays(1));
        assertThat(config.inboxRetention()).isEqualTo(Duration.ofDays(30));
        assertThat(config.cleanUp()).isEqualTo(Duration.ofMinutes(1));
    }
}
