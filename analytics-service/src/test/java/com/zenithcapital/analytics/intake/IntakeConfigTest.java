package com.zenithcapital.analytics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.analytics.origin.OriginConfig;
import com.zenithcapital.analytics.visitor.VisitorConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What holds where nothing is configured. */
class IntakeConfigTest {

    private final SmallRyeConfig config = new SmallRyeConfigBuilder()
            .withMapping(IntakeConfig.class)
            .withMapping(OriginConfig.class)
            .withMapping(VisitorConfig.class)
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .build();

    @Test
    void intakeHasItsDefaults() {
        // When
        IntakeConfig intake = config.getConfigMapping(IntakeConfig.class);

        // Then
        assertThat(intake.sites()).isEmpty();
        assertThat(intake.intake().linger()).isEqualTo(Duration.ofMillis(4));
        assertThat(intake.intake().batch().asLongValue()).isEqualTo(128 * 1024);
        assertThat(intake.intake().memory().asLongValue()).isEqualTo(16 * 1024 * 1024);
        assertThat(intake.intake().compression()).isEqualTo("none");
        assertThat(intake.intake().patience()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void nothingIsKnownOfPlacesAndRobotsUnlessTold() {
        // When
        OriginConfig origin = config.getConfigMapping(OriginConfig.class);

        // Then
        assertThat(origin.countryHeader()).isEmpty();
        assertThat(origin.regionHeader()).isEmpty();
        assertThat(origin.mmdb()).isEmpty();
        assertThat(origin.dataCentres()).isEmpty();
        assertThat(origin.behaviour().eventsPerMinute()).isZero();
        assertThat(origin.insightPaths()).containsExactly("/insights/{slug}", "/api/v1/insights/{slug}");
        assertThat(origin.modelPaths()).containsExactly("/models/{slug}", "/api/v1/models/{slug}");
    }

    @Test
    void onlyThisMachinesProxiesAreTrusted() {
        // When
        VisitorConfig visitor = config.getConfigMapping(VisitorConfig.class);

        // Then
        assertThat(visitor.trustedProxies()).containsExactly("127.0.0.0/8", "::1/128");
    }
}
