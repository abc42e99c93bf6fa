package com.zenithcapital.workbook.difference;

import java.util.Arrays;

/** The rows of a sheet, sixteen bytes each. Row 1 is at 1; a blank row is 0 in everything. */
final class RowSketches {

    private long[] contents = new long[256];
    private int[] shapes = new int[256];
    private int[] labels = new int[256];
    private int last;

    /**
     * Adds a cell to its row. The order does not matter, but for the label, which is the first text.
     *
     * @param content hash of what was typed
     * @param text whether it is a text
     */
    void add(int row, int column, long content, boolean formula, boolean text) {
        if (row >= contents.length) {
            int length = Math.max(row + 1, contents.length + contents.length / 2);
            contents = Arrays.copyOf(contents, length);
            shapes = Arrays.copyOf(shapes, length);
            labels = Arrays.copyOf(labels, length);
        }
        last = Math.max(last, row);
        contents[row] += Hash.mix(content + column);
        shapes[row] += (int) Hash.mix(2L * column + (formula ? 1 : 0));
        if (text && labels[row] == 0) {
            labels[row] = (int) content | 1;
        }
    }

    int last() {
        return last;
    }

    long content(int row) {
        return row <= last ? contents[row] : 0;
    }

    boolean isBlank(int row) {
        return content(row) == 0;
    }

    /** How much speaks for a row's being one of the other sheet, changed or not. */
    double likeness(int row, RowSketches other, int otherRow) {
        if (isBlank(row) || other.isBlank(otherRow)) {
            return isBlank(row) && other.isBlank(otherRow) ? 0.5 : 0;
        }
        if (contents[row] == other.contents[otherRow]) {
            return 4;
        }
        double likeness = shapes[row] == other.shapes[otherRow] ? 1 : 0;
        return labels[row] != 0 && labels[row] == other.labels[otherRow] ? likeness + 2 : likeness;
    }
}
