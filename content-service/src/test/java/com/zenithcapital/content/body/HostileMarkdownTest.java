package com.zenithcapital.content.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an author writes, a reader's browser runs nothing of it. */
class HostileMarkdownTest {

    private static final List<String> POSITIONS = List.of(
            "%s",
            "before %s after",
            "[link](%s)",
            "[link](<%s>)",
            "![image](%s)",
            "![image](<%s> \"title\")",
            "[link](x \"%s\")",
            "[%s](https://example.com/)",
            "![%s](https://example.com/x.png)",
            "# %s",
            "- %s\n\n> %<s",
            "| a | b |\n|---|:-:|\n| %s | x |",
            "a[^1]\n\n[^1]: %s",
            "```%s\ncode\n```");

    private final Manuscripts manuscripts = new Manuscripts();

    @ParameterizedTest
    @MethodSource("payloads")
    void aKnownPayloadDoesNothingWhereverItStands(String payload) {
        // Given
        List<String> texts = POSITIONS.stream()
                .map(position -> String.format(position, payload))
                .toList();

        // When
        List<String> pages =
                texts.stream().map(text -> manuscripts.render(text).html()).toList();

        // Then
        for (int at = 0; at < texts.size(); at++) {
            assertThat(StrictReader.complaints(pages.get(at)))
                    .as("of %s rendered as %s", texts.get(at), pages.get(at))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void theAllowListAloneStopsItAsWell(String payload) {
        // Given
        List<String> texts = List.of(
                payload,
                "<p>" + payload + "</p>",
                "<a href=\"" + payload + "\">x</a>",
                "<a href='" + payload + "'>x</a>",
                "<img src=" + payload + ">",
                "<table><tr><td title=\"" + payload + "\">" + payload);

        // When
        List<String> pages = texts.stream().map(text -> Page.of(text).html()).toList();

        // Then
        for (int at = 0; at < texts.size(); at++) {
            assertThat(StrictReader.complaints(pages.get(at)))
                    .as("of %s sanitised as %s", texts.get(at), pages.get(at))
                    .isEmpty();
        }
    }

    static Stream<String> payloads() throws IOException {
        InputStream list = Objects.requireNonNull(HostileMarkdownTest.class.getResourceAsStream("xss-payloads.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .map(HostileMarkdownTest::withRealCharacters)
                    .toList()
                    .stream();
        }
    }

    private static String withRealCharacters(String line) {
        return line.replace("{TAB}", "\t")
                .replace("{LF}", "\n")
                .replace("{CR}", "\r")
                .replace("{FF}", "\f")
                .replace("{NUL}", "\0")
                .replace("{BOM}", "\uFEFF")
                .replace("{ZWSP}", "\u200B")
                .replace("{NBSP}", "\u00A0")
                .replace("{SHY}", "\u00AD");
    }

    @Test
    void textsOfNastyPartsInAnyOrderAreHarmless() {
        // Given
        List<String> parts = Stream.concat(
                        Stream.of(
                                "\n",
                                "\n\n",
                                " ",
                                "    ",
                                "\t",
                                "> ",
                                "- ",
                                "1. ",
                                "# ",
                                "*",
                                "**",
                                "_",
                                "`",
                                "```\n",
                                "|",
                                "|-|\n",
                                "| a | b |\n|---|---|\n",
                                "[",
                                "]",
                                "](",
                                ")",
                                "![",
                                "<",
                                ">",
                                "\"",
                                "'",
                                "\\",
                                "&",
                                "&#",
                                ";",
                                ":",
                                "<script>",
                                "</script>",
                                "<style>",
                                "</style>",
                                "<!--",
                                "-->",
                                "<![CDATA[",
                                "]]>",
                                "<?",
                                "?>",
                                "<b>",
                                "</b>",
                                "<a href=\"",
                                "<img src=",
                                " onerror=alert(1) ",
                                "javascript:",
                                "data:text/html,",
                                "java&#10;script:",
                                "&#x6A;",
                                "&Tab;",
                                "&colon;",
                                "[^1]",
                                "[^1]: ",
                                "[^\"x]",
                                "[a]: ",
                                "[a]",
                                "\0",
                                "\uFEFF",
                                "\uD800",
                                "\uDC00",
                                "\u0085",
                                "\u2028",
                                "é",
                                "中",
                                "😀",
                                "word",
                                "---\n",
                                "===\n",
                                "{{",
                                "}}",
                                "<svg>",
                                "<math>",
                                "<table>",
                                "</td>",
                                "<pre>",
                                "<textarea>",
                                "<plaintext>",
                                "http://x.example",
                                "//x.example",
                                "mailto:",
                                "<https://x.example/?a=b&c>",
                                "<x@y.example>",
                                "\\\n",
                                "  \n"),
                        Stream.of(
                                "h-",
                                "fn-",
                                "fnref-",
                                "# a\n",
                                "# a-2\n",
                                "[^a]",
                                "[^a-2]",
                                "[^a]: x\n",
                                "[^a-2]: x\n"))
                .toList();
        Random random = new Random(20261128);
        List<String> texts = Stream.generate(() -> IntStream.range(0, 1 + random.nextInt(40))
                        .mapToObj(part -> parts.get(random.nextInt(parts.size())))
                        .collect(Collectors.joining()))
                .limit(2_000)
                .toList();

        // When
        List<Rendered> pages = texts.stream().map(manuscripts::render).toList();

        // Then
        for (int at = 0; at < texts.size(); at++) {
            assertThat(StrictReader.complaints(pages.get(at).html()))
                    .as("of %s rendered as %s", texts.get(at), pages.get(at))
                    .isEmpty();
            assertThat(pages.get(at).text()).doesNotContainPattern("\n\n|  |^\\s|\\s$|[\\x00-\\x09\\x0b-\\x1f]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<p onclick=x>",
                "<p style=x>",
                "<a href='java&#10;script:x' rel='noopener noreferrer'>x</a>",
                "<a href='&#1;JAVASCRIPT:x' rel='noopener noreferrer'>x</a>",
                "<a href='https://example.com'>x</a>",
                "<a href='x' rel='noopener noreferrer' target=_blank>x</a>",
                "<img src='data:image/png,x'>",
                "<img src='http://example.com/x.png'>",
                "<img src='//example.com/x.png'>",
                "<svg></svg>",
                "<svg><p></p></svg>",
                "<h1 id=location>x</h1>",
                "<h1 id=h-a>x</h1><h1 id=h-a>x</h1>",
                "<p class=x>",
                "<code class=x>",
                "<!--[if IE]>x<![endif]-->"
            })
    void theReaderThatJudgesThemSeesWhatIsWrong(String html) {
        // When
        List<String> complaints = StrictReader.complaints(html);

        // Then
        assertThat(complaints).isNotEmpty();
    }
}
