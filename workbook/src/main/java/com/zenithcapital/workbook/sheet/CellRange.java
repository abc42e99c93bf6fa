package com.zenithcapital.workbook.sheet;

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
