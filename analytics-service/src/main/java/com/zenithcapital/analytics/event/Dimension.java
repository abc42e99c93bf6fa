package com.zenithcapital.analytics.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * By what events are rolled up. The codes stand in the roll-ups' rows: one that was given is never given to another.
 *
 * <p>A pair answers a breakdown of its first by its second, and the reverse. More pairs would be more answers and more rows:
 * what has none is refused, never scanned for.
 */
public enum Dimension {
    /** The whole site; its only value is the empty text. */
    TOTAL(0),
    PAGE(1),
    SOURCE(2),
    CHANNEL(3),
    UTM_SOURCE(4),
    UTM_MEDIUM(5),
    UTM_CAMPAIGN(6),
    COUNTRY(7),
    DEVICE(8),
    BROWSER(9),
    SYSTEM(10),
    EVENT(11),
    MODEL(12),
    INSIGHT(13),
    INSIGHT_SOURCE(32, INSIGHT, SOURCE),
    INSIGHT_CHANNEL(33, INSIGHT, CHANNEL),
    INSIGHT_COUNTRY(34, INSIGHT, COUNTRY),
    INSIGHT_DEVICE(35, INSIGHT, DEVICE),
    MODEL_SOURCE(36, MODEL, SOURCE),
    MODEL_CHANNEL(37, MODEL, CHANNEL),
    MODEL_COUNTRY(38, MODEL, COUNTRY),
    MODEL_DEVICE(39, MODEL, DEVICE),
    CHANNEL_COUNTRY(40, CHANNEL, COUNTRY),
    CHANNEL_DEVICE(41, CHANNEL, DEVICE),
    COUNTRY_DEVICE(42, COUNTRY, DEVICE);

    /** Between the two values of a pair; no value has it, control characters are taken out of all. */
    public static final char SEPARATOR = '\u001F';

    private final int code;
    // List.of, which Error Prone cannot see here.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Dimension> parts;

    Dimension(int code, Dimension... parts) {
        this.code = code;
        this.parts = List.of(parts);
    }

    public int code() {
        return code;
    }

    /** Both of a pair, else none. Pairs are rolled up by day only. */
    public List<Dimension> parts() {
        return parts;
    }

    public boolean isPair() {
        return !parts.isEmpty();
    }

    /** As queries name it: {@code utm-source}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that queries name so; neither the total nor a pair has a name. */
    public static Optional<Dimension> named(String word) {
        return Arrays.stream(values())
                .filter(dimension -> dimension != TOTAL && !dimension.isPair())
                .filter(dimension -> dimension.word().equals(word))
                .findFirst();
    }

    /** The pair of these two, in whichever order. */
    public static Optional<Dimension> pairOf(Dimension one, Dimension other) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.parts.contains(one) && dimension.parts.contains(other))
                .findFirst();
    }
}
