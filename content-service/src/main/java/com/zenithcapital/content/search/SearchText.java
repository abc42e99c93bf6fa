package com.zenithcapital.content.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form in which texts are indexed and questions are asked. */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Words, and what may join them to one that is longer. */
    private static final Pattern JOINED = Pattern.compile("[\\p{L}\\p{N}\\-_./@:?&=%~+#]+");

    /** Of an address there are the whole, the host and the path. */
    private static final int WHOLES = 2;

    /** Bytes of one place in a text. */
    private static final int PLACE = 2;

    /** Bytes of rounding and of the count of places. */
    private static final int OVERHEAD = 3;

    private SearchText() {}

    /** {@code "Société Générale ﬁled №5"} becomes {@code "societe generale filed no5"}: NFKC, no marks, lower case. */
    public static String normalise(String text) {
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String plain = MARKS.matcher(parts).replaceAll("");
        // Again: what lower case takes apart, such as the dot of a Turkish capital i, has marks of its own.
        String lower = Normalizer.normalize(plain.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return Normalizer.normalize(MARKS.matcher(lower).replaceAll(""), Normalizer.Form.NFKC);
    }

    /**
     * At most how many bytes the words of a normalised text take in a {@code tsvector}: each different one its UTF-8,
     * rounded up to an even number, and a count; each occurrence a place. PostgreSQL keeps what a hyphen, a dot or a slash
     * joins whole as well as in parts.
     */
    public static long indexedBytes(String normalised) {
        Set<String> seen = new HashSet<>();
        long bytes = 0;
        Matcher tokens = JOINED.matcher(normalised);
        while (tokens.find()) {
            String token = tokens.group();
            long parts = WORD.matcher(token).results().count();
            long kept = parts == 1 ? 1 : parts + WHOLES;
            bytes += kept * PLACE;
            if (seen.add(token)) {
                long text = token.getBytes(UTF_8).length;
                bytes += (parts == 1 ? text : 2 * text) + kept * OVERHEAD;
            }
        }
        return bytes;
    }

    /** The words of a normalised text, each once, in its order: letters and digits, what stands between parts them. */
    public static Set<String> words(String normalised) {
        List<String> words =
                WORD.matcher(normalised).results().map(MatchResult::group).toList();
        return new LinkedHashSet<>(words);
    }
}
