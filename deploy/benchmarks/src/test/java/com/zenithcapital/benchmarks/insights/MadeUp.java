package com.zenithcapital.benchmarks.insights;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Insights that nobody wrote, the same at each run: bodies of 2 to 3 KB, 200 tags, 50 authors, words as rare as in prose. */
final class MadeUp {

    static final int TAGS = 200;
    static final int AUTHORS = 50;

    private static final int WORDS = 6_000;
    private static final int TAGS_EACH = 4;
    private static final Instant NEWEST = Instant.parse("2026-11-01T08:00:00Z");
    private static final String[] SYLLABLES = {
        "ba", "co", "di", "fu", "ge", "ha", "jo", "ki", "lu", "me", "na", "po", "ri", "sa", "to", "vu", "wa", "xe",
        "zi", "qua", "stra", "tri", "plo", "gran"
    };

    private final Random random;
    private final List<String> words;

    MadeUp(long seed) {
        this.random = new Random(seed);
        this.words = IntStream.range(0, WORDS).mapToObj(MadeUp::word).toList();
    }

    /** The word of this rank: the lower, the more often it comes. */
    static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int rest = rank + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }

    static String tag(int number) {
        return "tag-" + number;
    }

    static String author(int number) {
        return "Author " + word(number * 7 + 1);
    }

    static String slug(int number) {
        return "insight-" + number;
    }

    /** A line of an import: the first is the newest. */
    String line(int number) {
        Instant published = NEWEST.minus(Duration.ofMinutes(37L * number));
        List<String> tags = new ArrayList<>();
        while (tags.size() < TAGS_EACH) {
            String tag = "\"" + tag(random.nextInt(TAGS)) + "\"";
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        StringBuilder body = new StringBuilder("## ").append(sentence(4)).append("\\n\\n");
        int length = 2_000 + random.nextInt(1_000);
        while (body.length() < length) {
            body.append(sentence(8 + random.nextInt(14))).append(". ");
            if (random.nextInt(6) == 0) {
                body.append("\\n\\n");
            }
        }
        return """
                {"state":"PUBLISHED","publishedAt":"%s","publicAt":"%s","content":{"title":"%s","slug":"%s",\
                "summary":"%s.","body":"%s","tags":%s,"authors":["%s"],"issuer":"Issuer %s","ticker":"T%d"}}
                """.formatted(
                        published,
                        published,
                        sentence(7),
                        slug(number),
                        sentence(24),
                        body,
                        tags,
                        author(random.nextInt(AUTHORS)),
                        word(random.nextInt(100) * 11),
                        random.nextInt(100));
    }

    private String sentence(int length) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < length; i++) {
            // The word of rank r comes about as often as 1/r says (Zipf).
            int rank = (int) Math.pow(WORDS, random.nextDouble()) - 1;
            String word = words.get(Math.clamp(rank, 0, WORDS - 1));
            sentence.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : " " + word);
        }
        return sentence.toString();
    }
}
