package com.zenithcapital.analytics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WayTest {

    @Test
    void aStepThatRepeatsAtOnceIsThereOnce() {
        // When
        Way way = Way.NONE.then("home").then("home").then("model").then("home");

        // Then
        assertThat(way.steps()).isEqualTo("home>model>home");
    }

    @Test
    void aStepWhoseNameEndsAsTheLastOneIsAnother() {
        // When
        Way way = Way.NONE.then("old-home").then("home");

        // Then
        assertThat(way.steps()).isEqualTo("old-home>home");
    }

    @Test
    void theThirteenthStepIsNotKept() {
        // Given
        Way way = Way.NONE;

        // When
        for (int i = 0; i < 20; i++) {
            way = way.then("step-" + i);
        }

        // Then
        assertThat(way.steps().split(">")).hasSize(12).endsWith("step-11");
    }
}
