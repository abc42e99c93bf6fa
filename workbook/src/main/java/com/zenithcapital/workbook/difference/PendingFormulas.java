package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.difference.Precedents.Area;
import com.zenithcapital.workbook.difference.SheetPairs.Span;
import com.zenithcapital.workbook.sheet.CellRange;
import java.util.Arrays;

/** Formulas that wait for one of the cells they name, with those cells: so many numbers each that they can be kept. */
final class PendingFormulas {

    private static final int MOST_NUMBERS = 4_000_000;
    private static final int OF_A_FORMULA = 4;
    private static final int OF_AN_AREA = 6;

    /** For each formula: its sheet's place, row, column, and how many areas follow; then its areas. */
    private int[] numbers = new int[1024];

    private int[] starts = new int[256];
    private int length;
    private int count;
    private boolean complete = true;

    /** What is asked of a formula. */
    interface Visitor {

        void visit(int place, int row, int column, int formula);
    }

    /** The areas are added behind it. */
    void begin(int place, int row, int column) {
        if (length + OF_A_FORMULA > MOST_NUMBERS) {
            complete = false;
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = length;
        put(place, row, column, 0);
    }

    void add(Area area) {
        if (!complete || length + OF_AN_AREA > MOST_NUMBERS) {
            complete = false;
            return;
        }
        numbers[starts[count - 1] + OF_A_FORMULA - 1]++;
        CellRange range = area.range();
        put(area.sheets().first(), area.sheets().last(), range.top(), range.left());
        put(range.bottom(), range.right());
    }

    private void put(int... values) {
        if (length + values.length > numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        System.arraycopy(values, 0, numbers, length, values.length);
        length += values.length;
    }

    boolean isComplete() {
        return complete;
    }

    /** From the last to the first, or the other way round. */
    void forEach(boolean backwards, Visitor visitor) {
        for (int index = 0; index < count; index++) {
            int formula = backwards ? count - 1 - index : index;
            int at = starts[formula];
            visitor.visit(numbers[at], numbers[at + 1], numbers[at + 2], formula);
        }
    }

    void areas(int formula, Precedents.Visitor visitor) {
        int at = starts[formula];
        int areas = numbers[at + OF_A_FORMULA - 1];
        at += OF_A_FORMULA;
        for (int area = 0; area < areas; area++, at += OF_AN_AREA) {
            visitor.visit(new Area(
                    new Span(numbers[at], numbers[at + 1]),
                    new CellRange(numbers[at + 2], numbers[at + 3], numbers[at + 4], numbers[at + 5])));
        }
    }
}
