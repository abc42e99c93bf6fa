package com.zenithcapital.modelfile.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the part of an address that names a model out of its title. */
final class Slug {

    /** Leaves room for a number within the column's 100. */
    private static final int LONGEST = 90;

    private static final String NOTHING_LEFT = "model";

    private Slug() {}

    /** {@code "Société Générale: Q3 “bear” case"} becomes {@code societe-generale-q3-bear-case}. */
    static String of(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String slug = trimmed(plain.substring(0, Math.min(plain.length(), LONGEST)));
        return slug.isEmpty() ? NOTHING_LEFT : slug;
    }

    /** The slug of a title, and then what to try while it is taken: {@code x}, {@code x-2}, {@code x-3}, … without end. */
    static Stream<String> candidates(String title) {
        String slug = of(title);
        return Stream.concat(Stream.of(slug), IntStream.iterate(2, n -> n + 1).mapToObj(n -> slug + "-" + n));
    }

    private static String trimmed(String text) {
        return text.replaceAll("^-+|-+$", "");
    }
}
