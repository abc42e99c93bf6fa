package com.zenithcapital.workbook.verdict;

/** Keeps texts of strangers short and printable. */
public final class Shortened {

    private Shortened() {}

    /** At most {@code length} characters, an ellipsis the last of them where something was cut. Surrogate pairs stay whole. */
    public static String to(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }

    /** A name for a message: at most 120 characters, control characters replaced, so that no line of a log or mail breaks. */
    public static String name(String name) {
        StringBuilder printable = new StringBuilder();
        Shortened.to(120, name)
                .codePoints()
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
