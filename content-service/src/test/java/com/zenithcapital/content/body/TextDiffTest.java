package com.zenithcapital.content.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zenithcapital.content.body.TextDiff.Difference;
import com.zenithcapital.content.body.TextDiff.Hunk;
import com.zenithcapital.content.body.TextDiff.Kind;
import com.zenithcapital.content.body.TextDiff.Line;
import com.zenithcapital.content.body.TextDiff.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    /** Two seconds are promised; a busy machine is forgiven, a hang is not. */
    private static final Duration HANG = Duration.ofSeconds(20);

    @Test
    void sameLinesAreNoDifference() {
        // When
        Difference difference = TextDiff.lines("a\r\nb\r\n", "a\nb");

        // Then
        assertThat(difference).isEqualTo(new Difference(List.of(), false));
    }

    @Test
    void aChangeStandsBetweenTwoLinesThatStayedOnEitherSide() {
        // When
        Difference difference = TextDiff.lines("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng");

        // Then
        assertThat(difference.hunks())
                .containsExactly(new Hunk(
                        2,
                        2,
                        List.of(
                                same("b"),
                                same("c"),
                                new Line(Kind.REMOVED, "d", List.of()),
                                new Line(Kind.ADDED, "X", List.of()),
                                same("e"),
                                same("f"))));
        assertThat(difference.coarse()).isFalse();
    }

    @Test
    void changesNearEachOtherShareAHunkAndOthersDoNot() {
        // When
        List<Hunk> near = TextDiff.lines("x\n1\n2\n3\n4\ny", "X\n1\n2\n3\n4\nY").hunks();
        List<Hunk> apart =
                TextDiff.lines("x\n1\n2\n3\n4\n5\ny", "X\n1\n2\n3\n4\n5\nY").hunks();

        // Then
        assertThat(near).hasSize(1);
        assertThat(apart).hasSize(2);
        assertThat(apart.get(1).beforeLine()).isEqualTo(5);
        assertThat(apart.get(1).lines()).startsWith(same("4"), same("5")).hasSize(4);
    }

    @Test
    void linesAddedAtEitherEndAreCountedOnTheirSide() {
        // When
        List<Hunk> hunks = TextDiff.lines("a\nb\nc\nd\ne\nf", "new\na\nb\nc\nd\ne\nf\nlast")
                .hunks();

        // Then
        assertThat(hunks)
                .containsExactly(
                        new Hunk(1, 1, List.of(new Line(Kind.ADDED, "new", List.of()), same("a"), same("b"))),
                        new Hunk(5, 6, List.of(same("e"), same("f"), new Line(Kind.ADDED, "last", List.of()))));
    }

    @Test
    void changedWordsAreMarkedInALineThatWasEdited() {
        // When
        List<Hunk> hunks = TextDiff.lines(
                        "We rate the shares Hold, target 12 euros.", "We rate the shares Buy, target 15 euros.")
                .hunks();

        // Then
        assertThat(hunks.getFirst().lines())
                .containsExactly(
                        new Line(
                                Kind.REMOVED,
                                "We rate the shares Hold, target 12 euros.",
                                List.of(new Span(19, 23), new Span(32, 34))),
                        new Line(
                                Kind.ADDED,
                                "We rate the shares Buy, target 15 euros.",
                                List.of(new Span(19, 22), new Span(31, 33))));
    }

    @Test
    void noWordsAreMarkedInLinesThatHaveLittleInCommon() {
        // When
        List<Hunk> hunks = TextDiff.lines("Quarterly results disappoint, again.", "A new chapter, written by others.")
                .hunks();

        // Then
        assertThat(hunks.getFirst().lines())
                .allSatisfy(line -> assertThat(line.changed()).isEmpty());
    }

    @Test
    void everyDifferenceLeadsFromOneTextToTheOther() {
        // Given
        Random random = new Random(4);
        List<String> before =
                IntStream.range(0, 3_000).mapToObj(at -> text(random)).toList();
        List<String> after = before.stream().map(text -> edited(text, random)).toList();

        // When
        List<Difference> differences = IntStream.range(0, before.size())
                .mapToObj(at -> TextDiff.lines(before.get(at), after.get(at)))
                .toList();

        // Then
        for (int at = 0; at < before.size(); at++) {
            List<String> lines = before.get(at).lines().toList();
            assertThat(applied(lines, differences.get(at)))
                    .as("%s of %s", differences.get(at), lines)
                    .isEqualTo(after.get(at).lines().toList());
        }
    }

    @Test
    void textsWithNothingAlikeAreOneReplacedBlock() {
        // Given
        String before = numbered("left ", 20_000);
        String after = numbered("right ", 20_000);

        // When
        Difference difference = assertTimeoutPreemptively(HANG, () -> TextDiff.lines(before, after));

        // Then
        assertThat(difference.hunks()).hasSize(1);
        assertThat(difference.hunks().getFirst().lines()).hasSize(40_000);
        assertThat(difference.coarse()).isFalse();
    }

    @Test
    void linesInAnyOrderAreStillCompared() {
        // Given
        List<String> lines = new ArrayList<>(numbered("", 20_000).lines().toList());
        String before = String.join("\n", lines);
        Collections.shuffle(lines, new Random(1));
        String after = String.join("\n", lines);

        // When
        Difference difference = assertTimeoutPreemptively(HANG, () -> TextDiff.lines(before, after));

        // Then
        assertThat(applied(before.lines().toList(), difference)).isEqualTo(lines);
        assertThat(difference.coarse()).isFalse();
    }

    @Test
    void whatWouldTakeTooLongIsShownAsReplacedAndSaidToBe() {
        // Given
        Random random = new Random(2);
        String before = noise(random, 20_000);
        String after = noise(random, 20_000);

        // When
        Difference difference = assertTimeoutPreemptively(HANG, () -> TextDiff.lines(before, after));

        // Then
        assertThat(difference.coarse()).isTrue();
        assertThat(applied(before.lines().toList(), difference))
                .isEqualTo(after.lines().toList());
    }

    @Test
    void whatIsWithinTheBudgetIsComparedCloselyHoweverMuchItDiffers() {
        // Given
        Random random = new Random(3);
        String before = noise(random, 2_000);
        String after = noise(random, 2_000);

        // When
        Difference difference = assertTimeoutPreemptively(HANG, () -> TextDiff.lines(before, after));

        // Then
        assertThat(difference.coarse()).isFalse();
        assertThat(applied(before.lines().toList(), difference))
                .isEqualTo(after.lines().toList());
    }

    @Test
    void aLineOfTheGreatestLengthIsCompared() {
        // Given
        String before = "a b ".repeat(50_000);
        String after = "b a ".repeat(50_000);

        // When
        Difference difference = assertTimeoutPreemptively(HANG, () -> TextDiff.lines(before, after));

        // Then
        assertThat(difference.hunks().getFirst().lines())
                .containsExactly(new Line(Kind.REMOVED, before, List.of()), new Line(Kind.ADDED, after, List.of()));
    }

    @Test
    void manyEditedLinesAreComparedWithinTheBudgetForWords() {
        // Given
        String before = "a b c d e f g h i j\n".repeat(10_000);
        String after = "a b c X e f g h i j\n".repeat(10_000);

        // When
        Difference difference = assertTimeoutPreemptively(HANG, () -> TextDiff.lines(before, after));

        // Then
        assertThat(difference.hunks().getFirst().lines().getFirst().changed()).containsExactly(new Span(6, 7));
        assertThat(difference.hunks().getFirst().lines()).hasSize(20_000);
    }

    private static Line same(String text) {
        return new Line(Kind.SAME, text, List.of());
    }

    private static String numbered(String word, int lines) {
        return IntStream.range(0, lines).mapToObj(at -> word + at).collect(Collectors.joining("\n"));
    }

    /** Few different lines in no order: every line occurs on the other side, and none only once. */
    private static String noise(Random random, int lines) {
        return random.ints(lines, 0, 50).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(30), 0, 12)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String edited(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int edit = random.nextInt(6); edit > 0; edit--) {
            int at = random.nextInt(lines.size() + 1);
            if (random.nextBoolean() && at < lines.size()) {
                lines.remove(at);
            } else {
                lines.add(at, Integer.toString(random.nextInt(14)));
            }
        }
        return String.join("\n", lines);
    }

    /** Does what a difference says, and fails where the text before is not what it says. */
    private static List<String> applied(List<String> before, Difference difference) {
        List<String> after = new ArrayList<>();
        int left = 0;
        for (Hunk hunk : difference.hunks()) {
            after.addAll(before.subList(left, hunk.beforeLine() - 1));
            left = hunk.beforeLine() - 1;
            assertThat(after).hasSize(hunk.afterLine() - 1);
            for (Line line : hunk.lines()) {
                if (line.kind() != Kind.ADDED) {
                    assertThat(before.get(left)).isEqualTo(line.text());
                    left++;
                }
                if (line.kind() != Kind.REMOVED) {
                    after.add(line.text());
                }
            }
        }
        after.addAll(before.subList(left, before.size()));
        return after;
    }
}
