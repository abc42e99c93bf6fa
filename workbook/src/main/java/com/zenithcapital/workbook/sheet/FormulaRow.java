package com.zenithcapital.workbook.sheet;

import com.zenithcapital.workbook.formula.FormulaForm;
import java.util.Arrays;

/** The forms of one row's formulas, and which of its cells hold numbers. */
final class FormulaRow {

    private static final int FIRST_LENGTH = 64;

    private int number;
    private int count;
    private int[] columns = new int[FIRST_LENGTH];
    private long[] forms = new long[FIRST_LENGTH];
    /** Whether the cells come in order, as they must to be compared. */
    private boolean ordered = true;
    /** Where the column that was sought last is, or would be. */
    private int sought;

    /** Forgets what it held; 0 is no row. */
    void begin(int row) {
        number = row;
        count = 0;
        ordered = true;
    }

    void add(int column, long form) {
        ordered &= count == 0 || column > columns[count - 1];
        if (!ordered) {
            return;
        }
        if (count == columns.length) {
            columns = Arrays.copyOf(columns, count * 2);
            forms = Arrays.copyOf(forms, count * 2);
        }
        columns[count] = column;
        forms[count] = form;
        count++;
    }

    int number() {
        return number;
    }

    int cells() {
        return ordered ? count : 0;
    }

    int column(int index) {
        return columns[index];
    }

    long form(int index) {
        return forms[index];
    }

    /** The form in this column. Quick for the columns near the one sought before. */
    long in(int column) {
        int cells = cells();
        int at = Math.min(sought, cells);
        while (at < cells && columns[at] < column) {
            at++;
        }
        while (at > 0 && columns[at - 1] >= column) {
            at--;
        }
        sought = at;
        return at < cells && columns[at] == column ? forms[at] : FormulaForm.NONE;
    }
}
