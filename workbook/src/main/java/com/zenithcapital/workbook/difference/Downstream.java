package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.difference.Precedents.Area;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.ooxml.SheetPart.Kind;
import com.zenithcapital.workbook.sheet.CellCursor;
import com.zenithcapital.workbook.sheet.CellRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows changes along the formulas of the new workbook. Only results that are others than before are looked at, which
 * were found already; each is downstream of a change if one of the cells it names was changed or is downstream itself.
 *
 * <p>Formulas are passed from the first to the last, as models mostly calculate. What was not reached so is read once
 * more and kept, as far as there is room, and gone through backwards and forwards until nothing is added.
 */
final class Downstream {

    private static final int MOST_ROUNDS = 24;

    private final OpenWorkbook workbook;
    private final Precedents precedents;
    /** By a sheet's place: cells that were changed. */
    private final List<CellSet> changed = new ArrayList<>();
    /** Results that are others because of that. */
    private final List<CellSet> moved = new ArrayList<>();
    /** Results that are others and were not reached yet. */
    private final List<CellSet> pending = new ArrayList<>();
    /** Results that are others and that no formula names. */
    private final List<CellSet> ends = new ArrayList<>();

    private final Formula formula = new Formula();
    private boolean complete = true;

    Downstream(OpenWorkbook workbook, Precedents precedents, List<@Nullable SheetComparison> byPlace) {
        this.workbook = workbook;
        this.precedents = precedents;
        for (SheetComparison comparison : byPlace) {
            CellSet inputs = comparison == null ? new CellSet(0) : comparison.changed();
            CellSet recalculated = comparison == null ? new CellSet(0) : comparison.recalculated();
            CellSet cut = comparison == null ? new CellSet(0) : comparison.cut();
            complete &= inputs.isComplete() && recalculated.isComplete() && cut.isComplete();
            changed.add(inputs);
            ends.add(recalculated.copy());
            // The room of all results: it is filled as these are reached.
            CellSet reached = recalculated.another();
            cut.forEach((row, column) -> {
                reached.add(row, column);
                recalculated.remove(row, column);
            });
            moved.add(reached);
            pending.add(recalculated);
        }
    }

    void follow() {
        if (ends.stream().allMatch(CellSet::isEmpty)) {
            return;
        }
        for (int place = 0; place < pending.size(); place++) {
            int at = place;
            // All sheets: any may name a cell, which then is no end.
            readFormulas(place, (row, column) -> pass(at, row, column));
        }
        PendingFormulas waiting = new PendingFormulas();
        for (int place = 0; place < pending.size(); place++) {
            if (!pending.get(place).isEmpty()) {
                int at = place;
                readFormulas(place, (row, column) -> keep(at, row, column, waiting));
            }
        }
        complete &= waiting.isComplete();
        settle(waiting);
    }

    /** Begins to read each formula of a sheet and says where it stands. */
    private void readFormulas(int place, CellSet.Visitor visitor) {
        SheetPart sheet = workbook.sheets().get(place);
        if (sheet.kind() != Kind.WORKSHEET) {
            return;
        }
        SharedFormulas shared = new SharedFormulas();
        try (OpenWorkbook.Cells cells = workbook.open(sheet)) {
            CellCursor cell = cells.cursor();
            cell.skipNumbers();
            while (cell.next()) {
                if (cell.hasFormula() && shared.read(cell, formula)) {
                    visitor.visit(cell.row(), cell.column());
                }
            }
        }
    }

    private void pass(int place, int row, int column) {
        boolean waits = pending.get(place).contains(row, column);
        boolean[] reached = new boolean[1];
        precedents.read(formula, place, area -> {
            for (int sheet = area.sheets().first(); sheet <= area.sheets().last(); sheet++) {
                ends.get(sheet).removeAll(area.range());
            }
            reached[0] |= waits && !reached[0] && isReached(area);
        });
        if (reached[0]) {
            reach(place, row, column);
        }
    }

    private void keep(int place, int row, int column, PendingFormulas waiting) {
        if (pending.get(place).contains(row, column)) {
            waiting.begin(place, row, column);
            precedents.read(formula, place, waiting::add);
        }
    }

    private void settle(PendingFormulas waiting) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long before = moved();
            waiting.forEach(round % 2 == 0, (place, row, column, kept) -> {
                if (pending.get(place).contains(row, column)) {
                    boolean[] reached = new boolean[1];
                    waiting.areas(kept, area -> reached[0] |= !reached[0] && isReached(area));
                    if (reached[0]) {
                        reach(place, row, column);
                    }
                }
            });
            if (moved() == before) {
                return;
            }
        }
        complete = false;
    }

    private void reach(int place, int row, int column) {
        pending.get(place).remove(row, column);
        moved.get(place).add(row, column);
    }

    private boolean isReached(Area area) {
        CellRange range = area.range();
        for (int sheet = area.sheets().first(); sheet <= area.sheets().last(); sheet++) {
            if (changed.get(sheet).meets(range) || moved.get(sheet).meets(range)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing was left out. */
    boolean isComplete() {
        return complete;
    }

    long moved() {
        return moved.stream().mapToLong(CellSet::cells).sum();
    }

    /** Results that are others for no reason that was found. */
    long unexplained() {
        return pending.stream().mapToLong(CellSet::cells).sum();
    }

    /** Results downstream of a change that no formula names, of the sheet at this place. */
    void ends(int place, CellSet.Visitor visitor) {
        CellSet downstream = moved.get(place);
        ends.get(place).forEach((row, column) -> {
            if (downstream.contains(row, column)) {
                visitor.visit(row, column);
            }
        });
    }

    /** Whether the result of this cell moved because of a change. */
    boolean hasMoved(int place, int row, int column) {
        return moved.get(place).contains(row, column);
    }
}
