package com.zenithcapital.content.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of HTML, links and images may stay. */
class AllowedMarkupTest {

    private final Manuscripts manuscripts = new Manuscripts();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a <b onclick=x>bold</b> word | <p>a bold word</p>",
                "a <script>alert(1)</script> word | <p>a  word</p>",
                "a <STYLE type=x>p { }</STYLE > word | <p>a  word</p>",
                "a <script>*b</script> c* d | <p>a <em> c</em> d</p>",
                "a <script>*b* ![c](/d) [e](/f) `g`</script> h | <p>a  h</p>",
                "a <script>b <b>c</b> </style> d | <p>a </p>",
                "a <scripted>b</scripted> | <p>a b</p>",
                "a <!-- b --> c <?d?> <!E f> <![CDATA[g]]> | <p>a  c   </p>",
                "a<br>b | <p>ab</p>",
                "<b></b> | ''",
                "`<b>` | <p><code>&lt;b&gt;</code></p>",
                "1 < 2 > 0 & so on | <p>1 &lt; 2 &gt; 0 &amp; so on</p>",
            })
    void ofHtmlWithinAParagraphOnlyTheTextStays(String markdown, String html) {
        // When
        Rendered page = manuscripts.render(markdown);

        // Then
        assertThat(page.html().strip()).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<div class=x>gone</div>", "<script>\ngone\n\ngone</script>", "<!-- gone\n\ngone -->", "<p>gone"
            })
    void anHtmlBlockGoesWithTheTextInIt(String block) {
        // When
        Rendered page = manuscripts.render("before\n\n" + block + "\n\nafter");

        // Then
        assertThat(page.html()).isEqualTo("<p>before</p>\n<p>after</p>\n");
        assertThat(page.text()).isEqualTo("before\nafter");
    }

    @Test
    void aScriptLeftOpenTakesNothingOfTheNextParagraphOrCell() {
        // When
        Rendered page = manuscripts.render("a <script> b\n\nc\n\n| d <script> x | e |\n|---|---|\n| f | g |\n");

        // Then
        assertThat(page.text()).isEqualTo("a\nc\nd e\nf g");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a?b=c",
                "http://example.com/",
                "mailto:a@example.com",
                "/insights/a",
                "insights/a:b",
                "?q=a:b",
                "#h-a",
                "//example.com/a"
            })
    void aLinkMayLeadThere(String address) {
        // When
        String html = manuscripts.render("[a](<" + address + ">)").html();

        // Then
        var link = Jsoup.parseBodyFragment(html).expectFirst("p > a");
        assertThat(link.attr("href")).isEqualTo(address);
        assertThat(link.attr("rel")).isEqualTo("noopener noreferrer");
        assertThat(link.hasAttr("target")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:a",
                "JAVA&Tab;SCRIPT:a",
                "&#1;javascript:a",
                "vbscript:a",
                "data:text/html,a",
                "ftp://a",
                "tel:1"
            })
    void aLinkThatMayNotLeadThereBecomesItsText(String address) {
        // When
        String html = manuscripts
                .render("[a *b*](" + address + ") ![c](" + address + ")")
                .html();

        // Then
        assertThat(html).isEqualTo("<p>a <em>b</em> c</p>\n");
    }

    @Test
    void anImageComesByHttpsOrFromTheSiteAndIsFetchedLate() {
        // When
        String html = manuscripts
                .render("![a](https://example.com/a.png \"b\") ![c](/c.png) ![d](http://example.com/d.png) ![e](//f)")
                .html();

        // Then
        Document document = Jsoup.parseBodyFragment(html);
        assertThat(document.select("img[loading=lazy]").eachAttr("src"))
                .containsExactly("https://example.com/a.png", "/c.png");
        assertThat(document.select("img").eachAttr("alt")).containsExactly("a", "c");
        assertThat(document.select("img").attr("title")).isEqualTo("b");
        assertThat(document.text()).isEqualTo("d e");
    }
}
