package com.zenithcapital.platform.slug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Copper: supply & demand 2030     | copper-supply-demand-2030
                    Société Générale Q3 “bear” case  | societe-generale-q3-bear-case
                    --- Straße ---                   | stra-e
                    ２０３０ ﬁnal                      | 2030-final
                    模型                              | model
                    ../../etc/passwd                 | etc-passwd
                    """)
    void aTitleBecomesWordsOfLettersAndDigits(String title, String slug) {
        assertThat(Slug.of(title, "model")).isEqualTo(slug);
    }

    @Test
    void aLongTitleIsCutWithoutAHyphenAtItsEnd() {
        String slug = Slug.of("a".repeat(89) + " " + "b".repeat(50), "model");

        assertThat(slug).isEqualTo("a".repeat(89));
    }

    @Test
    void aTakenSlugIsFollowedByNumberedOnes() {
        assertThat(Slug.candidates("Copper", "model").limit(3)).containsExactly("copper", "copper-2", "copper-3");
    }
}
