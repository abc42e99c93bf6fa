package com.zenithcapital.analytics.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void moreThanIsAllowedInAMinuteIsTooFast() {
        // Given
        Pace pace = new Pace(GivenOrigin.nothing().pace(10));

        // When
        boolean first = pace.isTooFast("a", 10);
        boolean second = pace.isTooFast("a", 1);
        boolean another = pace.isTooFast("b", 1);

        // Then
        assertThat(first).isFalse();
        assertThat(second).isTrue();
        assertThat(another).isFalse();
    }

    @Test
    void nobodyIsTooFastUnlessAsked() {
        // Given
        Pace pace = new Pace(GivenOrigin.nothing());

        // When
        boolean tooFast = pace.isTooFast("a", 1_000_000);

        // Then
        assertThat(tooFast).isFalse();
    }
}
