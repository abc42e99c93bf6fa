package com.zenithcapital.workbook.sheet;

/** Reads {@code BC17} without making anything: a model has millions of them. */
final class CellReference {

    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;

    private int row;
    private int column;

    /** Whether the text is a cell of a sheet; then {@link #row()} and {@link #column()} are that cell's. */
    boolean read(CharSequence text) {
        int length = text.length();
        int at = 0;
        int letters = 0;
        while (at < length && letter(text.charAt(at)) > 0 && at < MOST_LETTERS) {
            letters = letters * 26 + letter(text.charAt(at));
            at++;
        }
        int digits = 0;
        int first = at;
        while (at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - first < MOST_DIGITS) {
            digits = digits * 10 + text.charAt(at) - '0';
            at++;
        }
        row = digits;
        column = letters;
        return at == length && digits >= 1 && digits <= CellRange.ROWS && letters >= 1 && letters <= CellRange.COLUMNS;
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    private static int letter(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 1;
        }
        return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
    }
}
