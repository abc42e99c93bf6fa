package com.zenithcapital.workbook.sheet;

import org.jspecify.annotations.Nullable;

/** A rectangle of cells, one-based, both corners included. */
public record CellRange(int top, int left, int bottom, int right) {

    /** Rows and columns of the largest sheet that Excel has. */
    public static final int ROWS = 1_048_576;

    public static final int COLUMNS = 16_384;

    public CellRange {
        if (top < 1 || left < 1 || bottom < top || right < left || bottom > ROWS || right > COLUMNS) {
            throw new IllegalArgumentException("no range: %d,%d to %d,%d".formatted(top, left, bottom, right));
        }
    }

    /** {@code B2:D7}, {@code $B$2}; null for what is none, whole columns among it. */
    public static @Nullable CellRange parse(String text) {
        CellReference corner = new CellReference();
        String plain = text.replace("$", "");
        int colon = plain.indexOf(':');
        if (!corner.read(colon < 0 ? plain : plain.substring(0, colon))) {
            return null;
        }
        int row = corner.row();
        int column = corner.column();
        if (colon >= 0 && !corner.read(plain.substring(colon + 1))) {
            return null;
        }
        return new CellRange(
                Math.min(row, corner.row()),
                Math.min(column, corner.column()),
                Math.max(row, corner.row()),
                Math.max(column, corner.column()));
    }

    public long cells() {
        return (bottom - top + 1L) * (right - left + 1L);
    }

    /** In A1 notation: {@code B2:D7}, or {@code B2} for a single cell. */
    @Override
    public String toString() {
        String first = columnName(left) + top;
        return top == bottom && left == right ? first : first + ":" + columnName(right) + bottom;
    }

    /** {@code A} to {@code XFD}; columns are one-based. */
    public static String columnName(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            name.append((char) ('A' + (rest - 1) % 26));
        }
        return name.reverse().toString();
    }
}
