package com.zenithcapital.analytics.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {

    private final Steps steps =
            new Steps(List.of("home:pageview:/", "insight:pageview:/insights/*", "download:download"));

    @Test
    void anEventTakesTheStepThatFitsItsNameAndPath() {
        // Then
        assertThat(steps.of("pageview", "/")).contains("home");
        assertThat(steps.of("pageview", "/insights/rates")).contains("insight");
        assertThat(steps.of("download", "/models/copper")).contains("download");
        assertThat(steps.of("pageview", "/about")).isEmpty();
        assertThat(steps.of("sign-up", "/")).isEmpty();
    }

    @Test
    void namesAreInTheOrderOfTheSetting() {
        // Then
        assertThat(steps.names()).containsExactly("home", "insight", "download");
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "Home:pageview:/", "a>b:pageview", ""})
    void aStepThatIsNoneIsRefusedNamingTheSetting(String step) {
        assertThatThrownBy(() -> new Steps(List.of(step))).hasMessageContaining("zenith.analytics.steps");
    }
}
