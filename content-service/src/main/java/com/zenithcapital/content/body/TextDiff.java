package com.zenithcapital.content.body;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one text to another, for people: by line, with a little of what stayed around it, and by word
 * within a changed line. It ends quickly whatever the texts are, and says where it gave up looking closely.
 */
public final class TextDiff {

    /** Lines that stayed, before and behind each change. */
    static final int CONTEXT = 2;

    private TextDiff() {}

    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /**
     * A part of a line, in chars from its start.
     *
     * @param end exclusive
     */
    public record Span(int start, int end) {}

    /**
     * One line without its end.
     *
     * @param changed the words that differ from the line's other form, where it has one that is like it; where there is
     *     none, or the lines are too long to look at words, empty
     */
    public record Line(Kind kind, String text, List<Span> changed) {

        public Line {
            changed = List.copyOf(changed);
        }
    }

    /**
     * Changes near each other with what is around them; in each change the removed lines come first.
     *
     * @param beforeLine the number, from 1, of its first line in the text before
     * @param afterLine the same in the text after
     */
    public record Hunk(int beforeLine, int afterLine, List<Line> lines) {

        public Hunk {
            lines = List.copyOf(lines);
        }
    }

    /**
     * All changes, from top to bottom; none if the lines are the same.
     *
     * @param coarse whether some part was too large and too different to be looked at line by line, and is shown as
     *     replaced although lines in it may have stayed
     */
    public record Difference(List<Hunk> hunks, boolean coarse) {

        public Difference {
            hunks = List.copyOf(hunks);
        }
    }

    /** Compares by line; how lines end, and whether the last one does, makes no difference. */
    public static Difference lines(String before, String after) {
        List<String> removed = before.lines().toList();
        List<String> added = after.lines().toList();
        Matching matching = Matching.of(removed, added);
        return new Difference(hunks(removed, added, matching.matches()), matching.coarse());
    }

    private static List<Hunk> hunks(List<String> before, List<String> after, List<Matching.Match> matches) {
        List<Hunk> hunks = new ArrayList<>();
        WordDiff words = new WordDiff();
        @Nullable Draft draft = null;
        int left = 0;
        int right = 0;
        for (int at = 0; at <= matches.size(); at++) {
            Matching.Match match =
                    at < matches.size() ? matches.get(at) : new Matching.Match(before.size(), after.size());
            if (match.before() > left || match.after() > right) {
                if (draft == null || left - draft.left > 2 * CONTEXT) {
                    if (draft != null) {
                        hunks.add(draft.close(before, Math.min(before.size(), draft.left + CONTEXT)));
                    }
                    int context = Math.min(CONTEXT, run(matches, at, left, right));
                    draft = new Draft(left - context, right - context);
                }
                draft.same(before, left);
                draft.change(words, before.subList(left, match.before()), after.subList(right, match.after()));
                draft.left = match.before();
            }
            left = match.before() + 1;
            right = match.after() + 1;
        }
        if (draft != null) {
            hunks.add(draft.close(before, Math.min(before.size(), draft.left + CONTEXT)));
        }
        return hunks;
    }

    /** How many lines right before these stayed, as far as it matters. */
    private static int run(List<Matching.Match> matches, int end, int left, int right) {
        int run = 0;
        while (run < CONTEXT
                && run < end
                && matches.get(end - 1 - run).equals(new Matching.Match(left - 1 - run, right - 1 - run))) {
            run++;
        }
        return run;
    }

    /** A hunk that may still grow. */
    private static final class Draft {

        private final int firstLeft;
        private final int firstRight;
        private final List<Line> lines = new ArrayList<>();
        /** The first line of the text before that the hunk does not hold. */
        private int left;

        Draft(int left, int right) {
            this.firstLeft = left;
            this.firstRight = right;
            this.left = left;
        }

        void same(List<String> before, int end) {
            before.subList(left, end).forEach(line -> lines.add(new Line(Kind.SAME, line, List.of())));
            left = end;
        }

        void change(WordDiff words, List<String> removed, List<String> added) {
            List<Line> other = new ArrayList<>();
            int pairs = Math.min(removed.size(), added.size());
            for (int at = 0; at < pairs; at++) {
                WordDiff.Pair pair = words.pair(removed.get(at), added.get(at));
                lines.add(new Line(Kind.REMOVED, removed.get(at), pair.before()));
                other.add(new Line(Kind.ADDED, added.get(at), pair.after()));
            }
            removed.subList(pairs, removed.size()).forEach(line -> lines.add(new Line(Kind.REMOVED, line, List.of())));
            lines.addAll(other);
            added.subList(pairs, added.size()).forEach(line -> lines.add(new Line(Kind.ADDED, line, List.of())));
        }

        Hunk close(List<String> before, int end) {
            same(before, end);
            return new Hunk(firstLeft + 1, firstRight + 1, lines);
        }
    }
}
