package com.zenithcapital.content.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The form in which texts are indexed and questions are asked. */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private SearchText() {}

    /** {@code "Société Générale ﬁled №5"} becomes {@code "societe generale filed no5"}: NFKC, no marks, lower case. */
    public static String normalise(String text) {
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String plain = MARKS.matcher(parts).replaceAll("");
        // Again: what lower case takes apart, such as the dot of a Turkish capital i, has marks of its own.
        String lower = Normalizer.normalize(plain.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return Normalizer.normalize(MARKS.matcher(lower).replaceAll(""), Normalizer.Form.NFKC);
    }

    /** The words of a normalised text, each once, in its order: letters and digits, what stands between parts them. */
    public static Set<String> words(String normalised) {
        List<String> words =
                WORD.matcher(normalised).results().map(MatchResult::group).toList();
        return new LinkedHashSet<>(words);
    }
}
