package com.zenithcapital.workbook.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins cells, as they come row by row, into rectangles: a thousand errors below each other are one thing to say, not
 * a thousand. It keeps a limited number of rectangles and counts the cells beyond them.
 */
final class RangeCollector {

    private final int most;
    private final List<Growing> ranges = new ArrayList<>();
    private long cells;
    private long cellsKept;

    RangeCollector(int most) {
        this.most = most;
    }

    void add(int row, int column) {
        cells++;
        // The newest first: the next cell most often continues the last one.
        for (int index = ranges.size() - 1; index >= 0; index--) {
            if (ranges.get(index).continueWith(row, column)) {
                cellsKept++;
                return;
            }
        }
        if (ranges.size() < most) {
            ranges.add(new Growing(row, column));
            cellsKept++;
        }
    }

    long cells() {
        return cells;
    }

    /** Cells that lie in none of the ranges because there were too many. */
    long cellsBeyond() {
        return cells - cellsKept;
    }

    List<CellRange> ranges() {
        List<CellRange> joined = new ArrayList<>();
        for (Growing range : ranges) {
            joined.addAll(range.toRanges());
        }
        return joined;
    }

    /** Whole rows of the same width, and perhaps the beginning of one more. */
    private static final class Growing {

        private final int top;
        private final int left;
        private int right;
        private int bottom;
        /** Last column of the row below {@code bottom} that is being filled, or 0. */
        private int filled;

        Growing(int row, int column) {
            top = row;
            bottom = row;
            left = column;
            right = column;
        }

        boolean continueWith(int row, int column) {
            if (row == top && bottom == top && filled == 0 && column == right + 1) {
                right = column;
                return true;
            }
            if (row != bottom + 1 || column != (filled == 0 ? left : filled + 1)) {
                return false;
            }
            filled = column;
            if (filled == right) {
                bottom = row;
                filled = 0;
            }
            return true;
        }

        List<CellRange> toRanges() {
            CellRange whole = new CellRange(top, left, bottom, right);
            return filled == 0 ? List.of(whole) : List.of(whole, new CellRange(bottom + 1, left, bottom + 1, filled));
        }
    }
}
