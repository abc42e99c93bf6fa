package com.zenithcapital.analytics.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPathsTest {

    @ParameterizedTest
    @CsvSource({
        "/insights/rates-in-march, rates-in-march",
        "/insights/rates-in-march/print, rates-in-march",
        "/api/v1/insights/rates, rates",
        "/en/read/rates/now, rates",
        "/en/read/rates, ",
        "/insights, ",
        "/insights/, ",
        "/insights/Rates, ",
        "/insights/a%20b, ",
        "/insightsx/rates, ",
        "/x/insights/rates, ",
        "/models/dcf, "
    })
    void aPathIsAboutAnInsightOrNot(String path, @Nullable String slug) {
        // Given
        ContentPaths paths = new ContentPaths(
                GivenOrigin.nothing().insights("/insights/{slug}", "/api/v1/insights/{slug}", "/en/read/{slug}/now"));

        // When
        @Nullable String found = paths.insight(path);

        // Then
        assertThat(found).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/insights", "insights/{slug}", "/insights-{slug}", "{slug}"})
    void whatIsNoPatternStopsTheStartNamingTheProperty(String pattern) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new ContentPaths(GivenOrigin.nothing().insights(pattern)))
                .withMessageContaining("zenith.analytics.insight-paths")
                .withMessageContaining(pattern);
    }
}
