package com.zenithcapital.content.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ManuscriptsTest {

    private final Manuscripts manuscripts = new Manuscripts();

    @Test
    void aTableKeepsItsAlignment() {
        // Given
        String markdown = """
                | Year | Revenue | Note |
                |:-----|--------:|:----:|
                | 2026 | 1,200   | *est.* |
                """;

        // When
        Rendered page = manuscripts.render(markdown);

        // Then
        assertThat(page.html())
                .containsSubsequence(
                        "<table>",
                        "<thead>",
                        "<th align=\"left\">Year</th>",
                        "<th align=\"right\">Revenue</th>",
                        "<th align=\"center\">Note</th>",
                        "</thead>",
                        "<tbody>",
                        "<td align=\"right\">1,200</td>",
                        "<td align=\"center\"><em>est.</em></td>",
                        "</tbody>",
                        "</table>");
        assertThat(page.text()).isEqualTo("Year Revenue Note\n2026 1,200 est.");
    }

    @Test
    void aFootnoteAndItsPlaceLeadToEachOther() {
        // When
        Rendered page = manuscripts.render("Margins rose[^m].\n\n[^m]: Before one-off items.");

        // Then
        Document document = Jsoup.parseBodyFragment(page.html());
        assertThat(document.select("sup.footnote-ref > a#fnref-m").attr("href")).isEqualTo("#fn-m");
        assertThat(document.select("section.footnotes > ol > li#fn-m").text()).startsWith("Before one-off items.");
        assertThat(document.select("li#fn-m a.footnote-backref").attr("href")).isEqualTo("#fnref-m");
        assertThat(page.text()).isEqualTo("Margins rose.\nBefore one-off items.");
    }

    @Test
    void noTwoThingsHaveTheSameId() {
        // When
        String html = manuscripts
                .render("[^a] [^a] [^a-2]\n\n# A\n# A\n# A 2\n# A\n\n[^a]: x\n\n[^a-2]: y")
                .html();

        // Then
        List<String> ids = Jsoup.parseBodyFragment(html).select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates().contains("fn-a", "fn-a-2", "fnref-a", "fnref-a-2");
    }

    @Test
    void theOutlineNamesTheHeadingsOfThePage() {
        // When
        Rendered page = manuscripts.render("""
                # Société *Générale*: `Q3` “bear” case

                Results
                =======

                ## Results

                ### 業績

                ##

                > #### Results 2 [at length](https://example.com)[^1]

                [^1]: x
                """);

        // Then
        assertThat(page.outline())
                .containsExactly(
                        new Heading(1, "h-societe-generale-q3-bear-case", "Société Générale: Q3 “bear” case"),
                        new Heading(1, "h-results", "Results"),
                        new Heading(2, "h-results-2", "Results"),
                        new Heading(3, "h-section", "業績"),
                        new Heading(4, "h-results-2-at-length", "Results 2 at length"));
        assertThat(Jsoup.parseBodyFragment(page.html())
                        .select("h1, h2, h3, h4, h5, h6")
                        .eachAttr("id"))
                .containsExactlyElementsOf(
                        page.outline().stream().map(Heading::id).toList());
    }

    @Test
    void anIdThatWasMadeForOneHeadingIsNotGivenToAnother() {
        // When
        List<Heading> outline =
                manuscripts.render("# x 2\n# x\n# x\n# x\n# x 3\n").outline();

        // Then
        assertThat(outline).extracting(Heading::id).containsExactly("h-x-2", "h-x", "h-x-3", "h-x-4", "h-x-3-2");
    }

    @Test
    void theTextHasALineForEachBlock() {
        // When
        String text = manuscripts.render("""
                        # Title

                        A  paragraph
                        of *two* lines.\\
                        And a third.

                        - one
                        - two
                          1. three

                        > quoted

                        ```java
                        int a;
                          int b;
                        ```

                        ![a chart](/a.png)
                        """).text();

        // Then
        assertThat(text)
                .isEqualTo(
                        "Title\nA paragraph of two lines.\nAnd a third.\none\ntwo\nthree\nquoted\nint a;\nint b;\na chart");
    }

    @Test
    void listsKeepTheirStartAndCodeItsLanguage() {
        // When
        String html = manuscripts
                .render("7. a\n\n```c++ x\nb\n```\n\n```\"><x\nc\n```")
                .html();

        // Then
        Document document = Jsoup.parseBodyFragment(html);
        assertThat(document.select("ol").attr("start")).isEqualTo("7");
        assertThat(document.select("code").eachAttr("class")).containsExactly("language-c++");
        assertThat(document.select("code")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0",
                "Buy-side don't rose 12,500.75 | 4",
                "one, two. Three - four / five (six) | 6",
                "*EV/EBITDA* of `x` | 3",
                "naïve cafe\u0301 | 2",
                "売上が増えた | 3",
                "Q3 売上 | 2",
                "한국어 문장 | 2",
                "— … ! | 0",
            })
    void wordsAreCounted(String markdown, int words) {
        // When
        Rendered page = manuscripts.render(markdown);

        // Then
        assertThat(page.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "230, 1", "231, 2", "460, 2", "461, 3"})
    void aReaderReads230WordsAMinuteAndBeginsWithOne(int words, int minutes) {
        // Given
        String markdown = String.join(" ", Collections.nCopies(words, "word"));

        // When
        Rendered page = manuscripts.render(markdown);

        // Then
        assertThat(page.words()).isEqualTo(words);
        assertThat(page.readingMinutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @MethodSource("textsPastALimit")
    void aTextPastALimitIsRefusedWithTheLimit(String markdown, String reason) {
        // When
        var refused = assertThatThrownBy(() -> manuscripts.render(markdown));

        // Then
        refused.isInstanceOf(UnrenderableException.class).hasMessage(reason);
    }

    static Stream<Arguments> textsPastALimit() {
        return Stream.of(
                Arguments.of("a".repeat(200_001), "more than 200000 characters"),
                Arguments.of("a*".repeat(1_001), "more than 1000 of the characters * _ [ < in one paragraph"),
                Arguments.of("# a\n".repeat(1_001), "more than 1000 headings"),
                Arguments.of("[a](/" + "b".repeat(2_000) + ")", "an address of more than 2000 characters"),
                Arguments.of(
                        "|a".repeat(100) + "\n" + "|-".repeat(100) + "\n" + "|b\n".repeat(200),
                        "more than 20000 table cells, those left out in short rows included"),
                Arguments.of("|\n".repeat(11_000), "11000 lines with a | are too many for a text of 11000 lines"),
                Arguments.of(
                        ("a<".repeat(999) + "b".repeat(98_000) + "\n\n").repeat(2),
                        "too many of the characters * _ [ < in long paragraphs: their number times the paragraph's "
                                + "length adds up to more than 100000000"),
                Arguments.of(
                        "[a]: b \"" + "c".repeat(2_000) + "\"\n\n" + "[a]\n\n".repeat(1_000),
                        "its HTML would be longer than 2000000 characters"));
    }

    @Test
    void emphasisTooDeepIsRefused() {
        // Given
        String markdown = "*a ".repeat(121) + "b" + " a*".repeat(121);

        // When
        var refused = assertThatThrownBy(() -> manuscripts.render(markdown));

        // Then
        refused.isInstanceOf(UnrenderableException.class).hasMessageContaining("more than 120 levels");
    }

    @Test
    void quotesTooDeepAreText() {
        // When
        Rendered page = manuscripts.render("> ".repeat(100) + "a");

        // Then
        assertThat(Jsoup.parseBodyFragment(page.html()).select("blockquote")).hasSize(Manuscripts.DEEPEST_BLOCKS);
        assertThat(page.text()).endsWith("> a");
    }

    @Test
    void aLongOrdinaryTextIsRendered() {
        // Given
        String section = """
                ## Section

                A paragraph with **bold**, *emphasis*, a [link](https://example.com/a_b_c) and a footnote[^1] or so.

                | a | b | c | d |
                |---|---|---|---|
                | 1 | 2 | 3 | 4 |
                | 5 | 6 | 7 | 8 |

                - one
                - two

                """;
        String markdown = section.repeat(980) + "[^1]: x";

        // When
        Rendered page = manuscripts.render(markdown);

        // Then
        assertThat(markdown.length()).isBetween(190_000, Manuscripts.LONGEST_TEXT);
        assertThat(page.outline()).hasSize(980);
        assertThat(Jsoup.parseBodyFragment(page.html()).select("td")).hasSize(7_840);
    }

    @Test
    void manyThreadsGetTheSamePage() {
        // Given
        String markdown = "# A\n\n# A\n\n[^1] *b* <b>c</b>\n\n| d |\n|---|\n| e |\n\n[^1]: f";

        // When
        List<Rendered> pages = IntStream.range(0, 500)
                .parallel()
                .mapToObj(at -> manuscripts.render(markdown))
                .toList();

        // Then
        assertThat(Set.copyOf(pages)).hasSize(1);
    }
}
