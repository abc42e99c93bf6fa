package com.zenithcapital.workbook.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the up to four parts of a format code, between semicolons. What its tokens come to is found out once: a preview
 * shows a hundred thousand numbers in a dozen formats.
 */
final class Section {

    private final List<Token> tokens;
    private final @Nullable Condition condition;
    private final Language language;
    private final boolean text;
    private final boolean general;
    private final boolean date;
    private final boolean fraction;
    private final NumberLayout layout;

    Section(List<Token> tokens, @Nullable Condition condition, Language language) {
        this.tokens = List.copyOf(tokens);
        this.condition = condition;
        this.language = language;
        this.text = tokens.stream().anyMatch(token -> token instanceof Token.Text);
        this.general = tokens.stream().anyMatch(token -> token instanceof Token.General);
        this.date = tokens.stream()
                .anyMatch(token -> token instanceof Token.Moment
                        || token instanceof Token.Elapsed
                        || token instanceof Token.HalfOfDay);
        this.fraction = FractionLayout.isFraction(this.tokens);
        this.layout = new NumberLayout(this.tokens);
    }

    List<Token> tokens() {
        return tokens;
    }

    @Nullable
    Condition condition() {
        return condition;
    }

    Language language() {
        return language;
    }

    boolean hasText() {
        return text;
    }

    boolean hasGeneral() {
        return general;
    }

    /** Whether it shows a moment or a duration. */
    boolean isDate() {
        return date;
    }

    boolean isFraction() {
        return fraction;
    }

    /** Where the digits of a number go, if they go anywhere. */
    NumberLayout layout() {
        return layout;
    }
}
