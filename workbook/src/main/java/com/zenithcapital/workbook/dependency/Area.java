package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.sheet.CellRange;

/** A rectangle of each sheet of a span. One object says many, one after the other: there are millions. */
final class Area {

    int firstSheet;
    int lastSheet;
    int top;
    int left;
    int bottom;
    int right;

    void of(int sheet, CellRange range) {
        firstSheet = sheet;
        lastSheet = sheet;
        top = range.top();
        left = range.left();
        bottom = range.bottom();
        right = range.right();
    }

    boolean isEmpty() {
        return top > bottom || left > right;
    }

    /** Leaves what lies within the block too. */
    void cut(Blocks blocks, int block) {
        top = Math.max(top, blocks.top(block));
        left = Math.max(left, blocks.left(block));
        bottom = Math.min(bottom, blocks.bottom(block));
        right = Math.min(right, blocks.right(block));
    }

    long cells() {
        return isEmpty() ? 0 : (bottom - top + 1L) * (right - left + 1L);
    }
}
