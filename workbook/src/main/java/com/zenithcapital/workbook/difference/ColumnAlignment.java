package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.sheet.CellRange;

/** Finds which columns of two sheets are the same, before anything is known of their rows. */
final class ColumnAlignment {

    /** Below, two columns have too little in common to be the same one, unless they stand in the same gap. */
    private static final double LEAST = 1;

    private ColumnAlignment() {}

    static LineMap of(ColumnSketch[] before, ColumnSketch[] after) {
        int start = 0;
        int shorter = Math.min(before.length, after.length);
        while (start < shorter && before[start].isSame(after[start])) {
            start++;
        }
        int oldEnd = before.length;
        int newEnd = after.length;
        while (oldEnd > start && newEnd > start && before[oldEnd - 1].isSame(after[newEnd - 1])) {
            oldEnd--;
            newEnd--;
        }
        LineMap.Builder pairs = new LineMap.Builder();
        Alignment.inPlace(1, start + 1, 1, start + 1, pairs);
        Alignment.pair(
                start + 1,
                oldEnd + 1,
                start + 1,
                newEnd + 1,
                (oldColumn, newColumn) -> {
                    double likeness = before[oldColumn - 1].likeness(after[newColumn - 1]);
                    return likeness >= LEAST ? likeness : 0;
                },
                pairs);
        Alignment.inPlace(oldEnd + 1, before.length + 1, newEnd + 1, after.length + 1, pairs);
        return pairs.build(before.length, after.length, CellRange.COLUMNS);
    }
}
