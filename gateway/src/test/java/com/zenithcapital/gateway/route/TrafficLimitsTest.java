package com.zenithcapital.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values a gateway starts with, and those it refuses to start with. */
class TrafficLimitsTest {

    @Test
    void anUploadMayHoldTheLargestWorkbookAndItsForm() {
        // When
        Limits limits = limits(Map.of(), Traffic.UPLOAD);

        // Then
        assertThat(limits)
                .isEqualTo(new Limits(
                        50L * 1024 * 1024 + 64 * 1024,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30)));
    }

    @Test
    void everythingElseMayHoldOneMebibyte() {
        // When
        Limits limits = limits(Map.of(), Traffic.ORDINARY);

        // Then
        assertThat(limits)
                .isEqualTo(new Limits(
                        1024 * 1024,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(20)));
    }

    @Test
    void aDownloadHasTimeForAClientThatReadsSlowly() {
        // When
        Limits limits = limits(Map.of(), Traffic.DOWNLOAD);

        // Then
        assertThat(limits)
                .isEqualTo(new Limits(
                        1024 * 1024,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30)));
    }

    @Test
    void aStreamOfEventsMayBeQuietForThreeHeartBeats() {
        // When
        Limits limits = limits(Map.of(), Traffic.EVENTS);

        // Then
        assertThat(limits)
                .isEqualTo(new Limits(
                        64 * 1024,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(50),
                        Duration.ofSeconds(30)));
    }

    @Test
    void aWaitOfNothingIsRefusedByItsName() {
        // Given
        Map<String, String> wrong = Map.of("zenith.gateway.traffic.upload.client-idle", "0s");

        // When, then
        assertThatThrownBy(() -> limits(wrong, Traffic.UPLOAD))
                .hasMessageContaining("zenith.gateway.traffic.upload.client-idle");
    }

    @Test
    void aMissingValueIsRefusedByItsName() {
        // Given
        Map<String, String> wrong = Map.of("zenith.gateway.traffic.ordinary.body-limit", "");

        // When, then
        assertThatThrownBy(() -> limits(wrong, Traffic.ORDINARY))
                .hasMessageContaining("zenith.gateway.traffic.ordinary.body-limit");
    }

    private static Limits limits(Map<String, String> overrides, Traffic traffic) {
        try {
            TrafficConfig config = new SmallRyeConfigBuilder()
                    .withSources(
                            new PropertiesConfigSource(TrafficLimitsTest.class.getResource("/application.properties")),
                            new PropertiesConfigSource(overrides, "overrides", 1_000))
                    .withConverter(Duration.class, 100, new DurationConverter())
                    .withConverter(io.quarkus.runtime.configuration.MemorySize.class, 100, new MemorySizeConverter())
                    .withMapping(TrafficConfig.class)
                    .withValidateUnknown(false)
                    .build()
                    .getConfigMapping(TrafficConfig.class);
            return new TrafficLimits(config)
                    .of(Routes.ALL.stream()
                            .filter(route -> route.traffic() == traffic)
                            .findFirst()
                            .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
