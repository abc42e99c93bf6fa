package com.zenithcapital.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "Société Générale, societe generale",
        "ﬁled №5, filed no5",
        "İstanbul, istanbul",
        "ÅNGSTRÖM, angstrom",
        "e\u0301, e",
        "株式会社, 株式会社",
        "plain, plain"
    })
    void textsAreBroughtIntoOneForm(String text, String normalised) {
        // When
        String made = SearchText.normalise(text);

        // Then
        assertThat(made).isEqualTo(normalised);
    }

    @Test
    void wordsAreLettersAndDigits() {
        // When
        var words = SearchText.words("long-term 3.5% of acme's q3, q3");

        // Then
        assertThat(words).containsExactly("long", "term", "3", "5", "of", "acme", "s", "q3");
    }

    @Test
    void anExcerptNeverOpensMoreThanItCloses() {
        // Given
        String odd = Excerpt.END + "a" + Excerpt.START + Excerpt.START + "b<" + Excerpt.END + "c" + Excerpt.START + "d";

        // When
        String html = Excerpt.html(odd);

        // Then
        assertThat(html).isEqualTo("a<mark>b&lt;</mark>c<mark>d</mark>");
    }
}
