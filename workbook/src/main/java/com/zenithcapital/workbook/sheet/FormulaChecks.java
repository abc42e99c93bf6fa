package com.zenithcapital.workbook.sheet;

import com.zenithcapital.workbook.formula.ConstantScan;
import com.zenithcapital.workbook.formula.FormulaForm;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds what modellers look for in formulas as they pass: cells that break the row or column of equal formulas they
 * stand in, and numbers inside formulas. Five rows are kept, whatever the size of the sheet.
 *
 * <p>A cell breaks its row when the cells on both sides hold the same formula and it holds another one, or a number.
 * The same holds of its column. It does not when a cell next to it, or one further on, is like it: a column of totals
 * among months is meant, and so is growth between amounts.
 */
final class FormulaChecks {

    /** Forms, by a slot of their hash, whose constants are known: most formulas are copies of one not long ago. */
    private static final int KNOWN = 1024;

    /** Shared formulas to remember; of those beyond, only the first cell is checked. */
    private static final int MOST_SHARED = 20_000;

    /** How far a cell's neighbourhood reaches to every side. */
    private static final int REACH = 2;

    private final FormulaForm form = new FormulaForm();
    private final long[] known = new long[KNOWN];
    private final boolean[] knownConstant = new boolean[KNOWN];
    private final Map<Integer, Shared> shared = new HashMap<>();
    private final CellListener listener;
    private final RangeCollector oddFormulas;
    private final RangeCollector oddNumbers;
    private final RangeCollector constants;
    /** From the top down; the last is being filled. */
    private final FormulaRow[] rows = new FormulaRow[2 * REACH + 1];

    private record Shared(long form, boolean constant) {}

    /** {@code listener} is told of the formulas and numbers too: their forms are known here. */
    FormulaChecks(int mostRanges, CellListener listener) {
        this.listener = listener;
        oddFormulas = new RangeCollector(mostRanges);
        oddNumbers = new RangeCollector(mostRanges);
        constants = new RangeCollector(mostRanges);
        for (int index = 0; index < rows.length; index++) {
            rows[index] = new FormulaRow();
        }
    }

    void add(CellCursor cell) {
        if (cell.hasFormula()) {
            addFormula(cell);
        } else if (cell.kind() == CellKind.NUMBER) {
            listener.number(cell);
            place(cell, FormulaForm.NUMBER);
        }
    }

    /** After the last cell: all that was found. */
    FormulaFaults end() {
        for (int left = 0; left <= REACH; left++) {
            turn(0);
        }
        return new FormulaFaults(oddFormulas, oddNumbers, constants);
    }

    private void addFormula(CellCursor cell) {
        long of;
        boolean constant;
        if (cell.formula().isEmpty()) {
            Shared first = shared.get(cell.sharedFormula());
            if (first == null) {
                listener.unknownFormula(cell);
                return;
            }
            of = first.form();
            constant = first.constant();
        } else {
            of = form.of(cell.formula(), cell.row(), cell.column());
            constant = hasConstant(of, cell.formula());
            if (cell.sharedFormula() >= 0 && shared.size() < MOST_SHARED) {
                shared.put(cell.sharedFormula(), new Shared(of, constant));
            }
        }
        listener.formula(cell, of);
        if (constant) {
            constants.add(cell.row(), cell.column());
        }
        place(cell, of);
    }

    private boolean hasConstant(long of, CharSequence formula) {
        int slot = (int) (of >>> 32) & (KNOWN - 1);
        if (known[slot] != of) {
            known[slot] = of;
            knownConstant[slot] = ConstantScan.finds(formula);
        }
        return knownConstant[slot];
    }

    private void place(CellCursor cell, long of) {
        FormulaRow newest = rows[rows.length - 1];
        if (cell.row() != newest.number()) {
            turn(cell.row());
        }
        rows[rows.length - 1].add(cell.column(), of);
    }

    /** The newest row is complete, so the one in the middle has all its neighbours; then the next begins. */
    private void turn(int next) {
        judge(rows[REACH]);
        FormulaRow free = rows[0];
        System.arraycopy(rows, 1, rows, 0, rows.length - 1);
        rows[rows.length - 1] = free;
        free.begin(next);
    }

    private void judge(FormulaRow row) {
        for (int index = 0; index < row.cells(); index++) {
            long own = row.form(index);
            int column = row.column(index);
            boolean oddInRow = breaks(own, 0, column, true) && !isAlike(own, column, true);
            if (oddInRow || (breaks(own, 0, column, false) && !isAlike(own, column, false))) {
                (own == FormulaForm.NUMBER ? oddNumbers : oddFormulas).add(row.number(), column);
            }
        }
    }

    /** Whether a cell stands between two that hold one formula, which is not its own: in its row, or in its column. */
    private boolean breaks(long own, int below, int column, boolean inRow) {
        long before = inRow ? form(below, column - 1) : form(below - 1, column);
        if (before == own || before == FormulaForm.NONE || before == FormulaForm.NUMBER) {
            return false;
        }
        return before == (inRow ? form(below, column + 1) : form(below + 1, column));
    }

    private boolean isAlike(long own, int column, boolean inRow) {
        for (int step = -REACH; step <= REACH; step++) {
            if (step != 0 && (isLike(own, 0, column + step, inRow) || isLike(own, step, column, inRow))) {
                return true;
            }
        }
        return false;
    }

    /** Numbers are everywhere: one is like another when that too stands between formulas. */
    private boolean isLike(long own, int below, int column, boolean inRow) {
        return form(below, column) == own && (own != FormulaForm.NUMBER || breaks(own, below, column, inRow));
    }

    /** The form of a cell that many rows below the one being judged. */
    private long form(int below, int column) {
        int at = REACH + below;
        if (at < 0 || at >= rows.length || rows[at].number() != rows[REACH].number() + below) {
            return FormulaForm.NONE;
        }
        return rows[at].in(column);
    }
}
