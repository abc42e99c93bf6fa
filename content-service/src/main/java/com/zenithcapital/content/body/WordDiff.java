package com.zenithcapital.content.body;

import com.zenithcapital.content.body.TextDiff.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks the words that differ between two forms of a line. One of them serves one difference and its budget. */
final class WordDiff {

    /** What differs on either side; nothing where the lines have too little in common for it to help a reader. */
    record Pair(List<Span> before, List<Span> after) {

        private static final Pair UNMARKED = new Pair(List.of(), List.of());
    }

    /** A word, white space, or one other character. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++|\\s++|.", Pattern.DOTALL);

    private static final int MOST_TOKENS = 2_000;

    private long budget = 20_000_000;

    Pair pair(String before, String after) {
        List<Span> lefts = tokens(before);
        List<Span> rights = tokens(after);
        long size = (long) lefts.size() + rights.size();
        if (size > MOST_TOKENS || size * size > budget) {
            return Pair.UNMARKED;
        }
        budget -= size * size;
        List<Matching.Match> same =
                Matching.of(texts(before, lefts), texts(after, rights)).matches();
        int kept = same.stream()
                .mapToInt(match -> letters(before, lefts.get(match.before())))
                .sum();
        if (3 * kept < Math.max(letters(before), letters(after))) {
            return Pair.UNMARKED;
        }
        return new Pair(
                others(lefts, same.stream().map(Matching.Match::before).toList()),
                others(rights, same.stream().map(Matching.Match::after).toList()));
    }

    private static List<Span> tokens(String line) {
        List<Span> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(line);
        while (tokens.size() <= MOST_TOKENS && token.find()) {
            tokens.add(new Span(token.start(), token.end()));
        }
        return tokens;
    }

    private static List<String> texts(String line, List<Span> tokens) {
        return tokens.stream()
                .map(token -> line.substring(token.start(), token.end()))
                .toList();
    }

    private static int letters(String line, Span token) {
        return letters(line.substring(token.start(), token.end()));
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /** The tokens that did not stay, neighbours as one. */
    private static List<Span> others(List<Span> tokens, List<Integer> same) {
        List<Span> others = new ArrayList<>();
        int next = 0;
        for (int kept : same) {
            span(tokens, next, kept, others);
            next = kept + 1;
        }
        span(tokens, next, tokens.size(), others);
        return others;
    }

    private static void span(List<Span> tokens, int start, int end, List<Span> spans) {
        if (start < end) {
            spans.add(new Span(tokens.get(start).start(), tokens.get(end - 1).end()));
        }
    }
}
