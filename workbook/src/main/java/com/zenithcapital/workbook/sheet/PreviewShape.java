package com.zenithcapital.workbook.sheet;

import org.jspecify.annotations.Nullable;

/**
 * How much of each visible sheet is kept.
 *
 * @param characters the sheet's share of the output, as JSON in bytes
 */
public record PreviewShape(int rows, int columns, int characters) {

    public static final PreviewShape NOTHING = new PreviewShape(0, 0, 0);

    /** Most characters of one cell. */
    public static final int LONGEST_TEXT = 256;

    public PreviewShape {
        if (rows < 0 || columns < 0 || characters < 0) {
            throw new IllegalArgumentException("no preview has a negative size");
        }
    }

    /** An upper bound for the bytes that a cell takes as JSON in UTF-8, its quotes and comma included. */
    static int cost(@Nullable String text) {
        if (text == null) {
            return 5;
        }
        int bytes = 3;
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            if (c < ' ') {
                bytes += 6;
            } else if (c == '"' || c == '\\') {
                bytes += 2;
            } else {
                bytes += c < 0x80 ? 1 : 3;
            }
        }
        return bytes;
    }
}
