package com.zenithcapital.workbook.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the up to four parts of a format code, between semicolons. */
record Section(List<Token> tokens, @Nullable Condition condition, Language language) {

    Section {
        tokens = List.copyOf(tokens);
    }

    boolean hasText() {
        return tokens.stream().anyMatch(token -> token instanceof Token.Text);
    }

    boolean hasGeneral() {
        return tokens.stream().anyMatch(token -> token instanceof Token.General);
    }

    /** Whether it shows a moment or a duration. */
    boolean isDate() {
        return tokens.stream()
                .anyMatch(token -> token instanceof Token.Moment
                        || token instanceof Token.Elapsed
                        || token instanceof Token.HalfOfDay);
    }
}
