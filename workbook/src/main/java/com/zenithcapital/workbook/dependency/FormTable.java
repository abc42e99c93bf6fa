package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.formula.FormulaForm;
import java.util.Arrays;

/** The number of each form of a sheet's formulas. */
final class FormTable {

    private static final int FIRST_SIZE = 64;

    /** Open addressing; the first half is filled at most. */
    private long[] forms = new long[FIRST_SIZE];

    private int[] numbers = new int[FIRST_SIZE];
    private int kept;
    private int count;

    /** The form's number, or -1. */
    int find(long form) {
        int slot = slot(form);
        return forms[slot] == form ? numbers[slot] : -1;
    }

    void add(long form, int number) {
        if (++kept > forms.length / 2) {
            grow();
        }
        int slot = slot(form);
        forms[slot] = form;
        numbers[slot] = number;
    }

    /** How many numbers were given. */
    int count() {
        return count;
    }

    int next() {
        return count++;
    }

    private int slot(long form) {
        // The form is a hash already; its sender could choose it, so the place is mixed once more.
        int slot = (int) ((form * 0x9e3779b97f4a7c15L) >>> 40) & (forms.length - 1);
        while (forms[slot] != form && forms[slot] != FormulaForm.NONE) {
            slot = (slot + 1) & (forms.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldForms = forms;
        int[] oldNumbers = numbers;
        forms = new long[oldForms.length * 2];
        numbers = new int[oldForms.length * 2];
        Arrays.fill(forms, FormulaForm.NONE);
        for (int at = 0; at < oldForms.length; at++) {
            if (oldForms[at] != FormulaForm.NONE) {
                int slot = slot(oldForms[at]);
                forms[slot] = oldForms[at];
                numbers[slot] = oldNumbers[at];
            }
        }
    }
}
