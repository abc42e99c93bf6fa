package com.zenithcapital.platform.slug;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the part of an address that names a thing out of its title. */
public final class Slug {

    /** Leaves room for a number within the column's 100. */
    private static final int LONGEST = 90;

    private Slug() {}

    /**
     * {@code "Société Générale: Q3 “bear” case"} becomes {@code societe-generale-q3-bear-case}; the fallback, where
     * nothing is left.
     */
    public static String of(String title, String fallback) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String slug = trimmed(plain.substring(0, Math.min(plain.length(), LONGEST)));
        return slug.isEmpty() ? fallback : slug;
    }

    /** The slug of a title, and then what to try while it is taken: {@code x}, {@code x-2}, {@code x-3}, … without end. */
    public static Stream<String> candidates(String title, String fallback) {
        String slug = of(title, fallback);
        return Stream.concat(Stream.of(slug), IntStream.iterate(2, n -> n + 1).mapToObj(n -> slug + "-" + n));
    }

    private static String trimmed(String text) {
        return text.replaceAll("^-+|-+$", "");
    }
}
