package com.zenithcapital.workbook.cli;

/** Texts as UTF-8 can carry them. A cell may hold half a surrogate pair, escaped as {@code _xD83D_}. */
final class WellFormed {

    private WellFormed() {}

    /** Halves of pairs are replaced. */
    static String of(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
