package com.zenithcapital.content.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to take long, to fill the memory or the stack: each is rendered or refused, and soon. */
class PathologicalMarkdownTest {

    /** Two seconds are promised; a busy machine is forgiven, a hang is not. */
    private static final Duration HANG = Duration.ofSeconds(20);

    private static final long SMALL_STACK = 256 * 1024;

    private final Manuscripts manuscripts = new Manuscripts();

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTextOfTheGreatestLengthEndsWithAPageOrAReason(String name, String text) {
        // When
        AtomicReference<@Nullable Object> outcome = new AtomicReference<>();
        assertTimeoutPreemptively(HANG, () -> onSmallStack(text, outcome));

        // Then
        switch (outcome.get()) {
            case Rendered page ->
                assertThat(StrictReader.complaints(page.html())).isEmpty();
            case UnrenderableException refusal -> assertThat(refusal).hasMessageMatching(".*\\d+.*");
            case null, default -> throw new AssertionError("neither a page nor a reason", (Throwable) outcome.get());
        }
    }

    private void onSmallStack(String text, AtomicReference<@Nullable Object> outcome) throws InterruptedException {
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        outcome.set(manuscripts.render(text));
                    } catch (Throwable thrown) {
                        outcome.set(thrown);
                    }
                },
                "small-stack",
                SMALL_STACK);
        thread.start();
        thread.join();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                        full("quotes", "> "),
                        full("quotes without blanks", ">"),
                        full("lists in a line", "- "),
                        full("numbered lists in a line", "1. "),
                        full("quotes and lists", "> - "),
                        text("lists by indent", IntStream.range(0, 600).mapToObj(depth -> " ".repeat(depth) + "- a\n")),
                        full("brackets", "["),
                        full("closed brackets", "[]"),
                        full("closing brackets", "]"),
                        full("images", "!["),
                        closed("images within each other", "![", "](x)"),
                        closed("links within each other", "[", "](x)"),
                        full("starts of links", "[a]("),
                        full("starts of links in angles", "[a](<b"),
                        full("starts of titles", "[a](b \"c"),
                        full("starts of labels", "[a]["),
                        closed("emphasis", "*", "*"),
                        closed("strong emphasis", "**a ", " a**"),
                        closed("two kinds of emphasis", "*a _b ", " b_ a*"),
                        full("emphasis that never ends", "*a **a "),
                        full("emphasis of both kinds that never ends", "*a _a "),
                        full("emphasis that could end", "a**b"),
                        full("stars", "*"),
                        full("stars behind a word", "a*"),
                        text("backticks", IntStream.range(1, 600).mapToObj(run -> "e" + "`".repeat(run))),
                        full("one backtick each", "`a\n\n"),
                        full("comments", "<!--"),
                        full("comments a little apart", "<!-- a "),
                        full("instructions", "<?"),
                        full("declarations", "<!A "),
                        full("data sections", "<![CDATA["),
                        full("tags", "<a "),
                        full("attributes", "<a b='"),
                        full("angles", "<"),
                        full("HTML blocks", "<div>\n"),
                        full("script blocks", "<script>\n"),
                        full("autolinks", "<http://a>"),
                        full("mail addresses", "a@"),
                        full("entities", "&a"),
                        full("numbers of characters", "&#"),
                        full("ampersands", "&"),
                        full("quotation marks", "\""),
                        full("braces", "{{"),
                        full("backslashes", "\\"),
                        full("hard breaks", "a\\\n"),
                        full("lines", "a\n"),
                        full("lines with a bar", "|\n"),
                        full("lines with two bars", "a|\n"),
                        full("paragraphs", "a\n\n"),
                        full("empty headings", "#\n"),
                        full("the same heading", "# a\n"),
                        full("headings with a number", "# a-2\n# a\n"),
                        full("underlined headings", "a\n-\n"),
                        full("rules", "***\n"),
                        full("list items", "-\n"),
                        full("list items with text", "- a\n"),
                        full("loose list items", "- a\n\n"),
                        full("fences", "```\n"),
                        full("tabs", "\t"),
                        full("blanks", " "),
                        full("newlines", "\n"),
                        full("NULs", "\0"),
                        full("halves of characters", "\uD800"),
                        full("combining marks", "\u0301"),
                        full("ligatures", "# \uFDFA"),
                        full("one long word", "a"),
                        full("Chinese", "中"),
                        full("link definitions", "[a]: b\n"),
                        text("many link definitions", IntStream.range(0, 20_000).mapToObj(at -> "[" + at + "]: b\n")),
                        text(
                                "one long address in many places",
                                Stream.concat(
                                        Stream.of("[a]: /" + "b".repeat(100_000) + "\n\n"),
                                        IntStream.range(0, 20_000).mapToObj(at -> "[a]\n\n"))),
                        text(
                                "one long title in many places",
                                Stream.concat(
                                        Stream.of("[a]: b \"" + "c".repeat(100_000) + "\"\n\n"),
                                        IntStream.range(0, 20_000).mapToObj(at -> "[a]\n\n"))),
                        full("footnotes nobody wrote", "[^a]"),
                        text(
                                "one footnote in many places",
                                Stream.concat(
                                        Stream.of("[^a]: b\n\n"),
                                        IntStream.range(0, 30_000).mapToObj(at -> "[^a]\n\n"))),
                        text(
                                "many footnotes",
                                IntStream.range(0, 9_000).mapToObj(at -> "[^" + at + "]\n\n[^" + at + "]: b\n\n")),
                        text(
                                "footnotes that lead to each other",
                                IntStream.range(0, 9_000).mapToObj(at -> "[^" + at + "]: [^" + (at + 1) + "]\n\n")),
                        full("footnotes within each other", "[^a]: "),
                        full("inline footnotes", "^["),
                        text(
                                "a wide and long table",
                                Stream.of(
                                        "|a".repeat(20_000) + "\n",
                                        "|-".repeat(20_000) + "\n",
                                        "|\n".repeat(10_000),
                                        "|a\n".repeat(20_000))),
                        text(
                                "a table of medium width",
                                Stream.of("|a".repeat(300) + "\n", "|-".repeat(300) + "\n", "|a\n".repeat(60_000))),
                        full("tables", "|a|\n|-|\n|b|\n\n"),
                        full("heads of tables", "a|b\n-|-\n"),
                        full("bars", "|"),
                        full("bars and dashes", "|-"),
                        full("escaped bars", "\\|"),
                        full("quotes that go on", "> a\nb\n"),
                        text(
                                "deep quotes, many lines",
                                IntStream.range(0, 2_000).mapToObj(at -> ">".repeat(99) + "\n")),
                        text(
                                "deep lists, many lines",
                                IntStream.range(0, 1_900).mapToObj(at -> "- ".repeat(50) + "a\n")),
                        text(
                                "links full of marks",
                                IntStream.range(0, 90).mapToObj(at -> "[a](<b".repeat(360) + "\n\n")),
                        text(
                                "paragraphs of comments",
                                IntStream.range(0, 45).mapToObj(at -> "a" + "<!--".repeat(1_000) + "\n\n")),
                        text("headings that differ", IntStream.range(0, 20_000).mapToObj(at -> "# a " + at + "\n")),
                        text("few comments in one long line", Stream.of("a" + "<!--".repeat(490), "a ".repeat(99_000))),
                        text("images just below the limit", Stream.of("![".repeat(995) + "a" + "](x)".repeat(995))),
                        text("emphasis just below the limit", Stream.of("*a ".repeat(499) + "b" + " a*".repeat(499))),
                        text(
                                "strong emphasis just below the limit",
                                Stream.of("**a ".repeat(249) + " a**".repeat(249))),
                        text("stars just below the limit", Stream.of("a" + "*".repeat(499) + "b" + "*".repeat(499))),
                        text(
                                "as deep as may be",
                                Stream.of("> ".repeat(58) + "*a ".repeat(56) + "b" + " a*".repeat(56))),
                        text(
                                "one address of the greatest length in many places",
                                Stream.concat(
                                        Stream.of("[a]: /" + "b".repeat(1_900) + "\n\n"),
                                        IntStream.range(0, 40_000).mapToObj(at -> "[a]\n\n"))),
                        text("bars here and there", IntStream.range(0, 4_999).mapToObj(at -> "a\n".repeat(19) + "|\n")),
                        text("a few marks in one long line", Stream.of("a " + "<!--".repeat(990), "a ".repeat(96_000))),
                        text("a few links in one long line", Stream.of("[a](<b".repeat(490), "a".repeat(190_000))),
                        text(
                                "a few instructions in one long line",
                                Stream.of("a " + "<?".repeat(990), "a ".repeat(98_000))),
                        text(
                                "a few data sections in long lines",
                                Stream.of("a " + "<![CDATA[".repeat(490), "a\n".repeat(95_000))))
                .map(text -> Arguments.of(text.name(), text.text()));
    }

    private record Named(String name, String text) {}

    private static Named full(String name, String part) {
        return new Named(name, part.repeat(Manuscripts.LONGEST_TEXT / part.length()));
    }

    private static Named closed(String name, String start, String end) {
        int levels = (Manuscripts.LONGEST_TEXT - 1) / (start.length() + end.length());
        return new Named(name, start.repeat(levels) + "a" + end.repeat(levels));
    }

    private static Named text(String name, Stream<String> parts) {
        String text = parts.collect(Collectors.joining());
        return new Named(name, text.substring(0, Math.min(text.length(), Manuscripts.LONGEST_TEXT)));
    }
}
