package com.zenithcapital.platform.cursor;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How many items a caller wants at once: 1 to 100, 20 if not said. Anything else is refused, never clamped. */
public record Limit(int value) {

    public static final int MAX = 100;
    public static final Limit DEFAULT = new Limit(20);

    public Limit {
        if (value < 1 || value > MAX) {
            throw refused();
        }
    }

    /** From the query parameter {@code limit} as it came; null when it did not. */
    public static Limit parse(@Nullable String text) {
        if (text == null) {
            return DEFAULT;
        }
        // Integer.parseInt would take "+5" and digits of other scripts.
        if (!text.matches("[0-9]{1,3}")) {
            throw refused();
        }
        return new Limit(Integer.parseInt(text));
    }

    /** How many rows to ask the database for, to learn whether there are more. */
    public int plusOne() {
        return value + 1;
    }

    private static ProblemException refused() {
        return INVALID_REQUEST.at("query:limit", "limit is a whole number from 1 to %d.".formatted(MAX));
    }
}
