package com.zenithcapital.platform.input;

/**
 * Patterns of texts, for {@code @Pattern}. Each takes time in proportion to the text: the bound of a length is checked
 * beside them, not before. So what is said by two of them stays two.
 */
public final class TextPattern {

    /**
     * Words joined by hyphens. Possessive: a long text must not be tried in more ways than one, nor on a stack that has an
     * end.
     */
    public static final String SLUG = "[a-z0-9]++(?:-[a-z0-9]++)*+";

    /** By Unicode's idea of white space; that of {@code @NotBlank} ends with ASCII. */
    public static final String NOT_BLANK = "(?sU).*\\S.*";

    /** No line breaks and no other control characters. */
    public static final String ONE_LINE = "[^\\p{Cntrl}]*";

    /** The same with no blanks at its ends, and not empty. */
    public static final String TRIMMED_LINE = "[^\\p{Cntrl}\\s](?:[^\\p{Cntrl}]*[^\\p{Cntrl}\\s])?";

    /** No control characters but line breaks and tabs. */
    public static final String LINES = "[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]*";

    private TextPattern() {}
}
