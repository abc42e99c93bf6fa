package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.difference.CellDifference.Change;
import com.zenithcapital.workbook.difference.StyleTable.Aspect;
import com.zenithcapital.workbook.sheet.CellRange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes both versions of a sheet in step, over the rows and columns that both have. */
final class SheetComparison {

    /** Excel shows fifteen digits; what differs behind them was calculated in another order. */
    private static final double NEGLIGIBLE = 1e-14;

    private final SheetPair pair;
    private final int mostCells;
    private final List<CellDraft> cells = new ArrayList<>();
    private final Map<Change, Long> counts = new EnumMap<>(Change.class);
    private final CellSet changed;
    private final CellSet recalculated;
    private final CellSet cut;
    private long recalculatedCells;

    /** {@code mostCells}: differences to keep; {@code mostPieces}: of each set of cells. */
    SheetComparison(SheetPair pair, int mostCells, int mostPieces) {
        this.pair = pair;
        this.mostCells = mostCells;
        this.changed = new CellSet(mostPieces);
        this.recalculated = new CellSet(mostPieces);
        this.cut = new CellSet(mostPieces);
    }

    void run(CellReader old, CellReader now) {
        boolean hasOld = nextKeptOfOld(old);
        boolean hasNew = nextKeptOfNew(now);
        while (hasOld || hasNew) {
            int order = hasOld && hasNew ? order(old, now) : hasOld ? -1 : 1;
            if (order < 0) {
                add(Change.REMOVED, old, null, List.of());
            } else if (order > 0) {
                add(Change.ADDED, null, now, List.of());
            } else {
                compare(old, now);
            }
            hasOld = order <= 0 ? nextKeptOfOld(old) : hasOld;
            hasNew = order >= 0 ? nextKeptOfNew(now) : hasNew;
        }
    }

    private boolean nextKeptOfOld(CellReader old) {
        while (old.next()) {
            if (!pair.rows().isDeleted(old.row()) && !pair.columns().isDeleted(old.column())) {
                return true;
            }
        }
        return false;
    }

    private boolean nextKeptOfNew(CellReader now) {
        while (now.next()) {
            if (!pair.rows().isInserted(now.row()) && !pair.columns().isInserted(now.column())) {
                return true;
            }
            changed.add(now.row(), now.column());
        }
        return false;
    }

    private int order(CellReader old, CellReader now) {
        int rows = Integer.compare(pair.rows().toNew(old.row()), now.row());
        return rows != 0 ? rows : Integer.compare(pair.columns().toNew(old.column()), now.column());
    }

    private void compare(CellReader old, CellReader now) {
        if (old.formula() != now.formula()) {
            add(Change.FORMULA, old, now, List.of());
            return;
        }
        if (!isSameValue(old, now)) {
            if (!now.hasFormula()) {
                add(Change.VALUE, old, now, List.of());
                return;
            }
            recalculatedCells++;
            recalculated.add(now.row(), now.column());
            if (old.lostCells()) {
                cut.add(now.row(), now.column());
            }
        }
        if (!old.styles().isSame(old.style(), now.styles(), now.style())) {
            List<Aspect> aspects = old.styles().differing(old.style(), now.styles(), now.style());
            add(Change.FORMAT, old, now, aspects.stream().map(Aspect::slug).toList());
        }
    }

    private static boolean isSameValue(CellReader old, CellReader now) {
        if (old.value() == now.value()) {
            return true;
        }
        if (!old.isNumber() || !now.isNumber() || !now.hasFormula()) {
            return false;
        }
        double before = old.number();
        double after = now.number();
        return Math.abs(before - after) <= NEGLIGIBLE * Math.max(Math.abs(before), Math.abs(after));
    }

    private void add(Change change, @Nullable CellReader old, @Nullable CellReader now, List<String> aspects) {
        counts.merge(change, 1L, Long::sum);
        int row = now == null ? LineMap.NONE : now.row();
        int column = now == null ? LineMap.NONE : now.column();
        String before = "";
        if (old != null) {
            row = pair.rows().toNew(old.row());
            column = pair.columns().toNew(old.column());
            before = old.place();
        } else if (now != null) {
            before = CellRange.columnName(pair.columns().toOld(column))
                    + pair.rows().toOld(row);
        }
        if (change != Change.FORMAT) {
            changed.add(row, column);
        }
        if (cells.size() < mostCells) {
            @Nullable String oldFormula = old == null ? null : old.formulaText();
            @Nullable String newFormula = now == null ? null : now.formulaText();
            Excerpt excerpt = Excerpt.of(oldFormula == null ? "" : oldFormula, newFormula == null ? "" : newFormula);
            cells.add(new CellDraft(
                    change,
                    before,
                    CellRange.columnName(column) + row,
                    old == null ? null : old.state(oldFormula == null ? null : excerpt.from(oldFormula)),
                    now == null ? null : now.state(newFormula == null ? null : excerpt.from(newFormula)),
                    aspects));
        }
    }

    /** Lets go of all but the first. */
    void keepCells(int most) {
        if (cells.size() > most) {
            cells.subList(most, cells.size()).clear();
        }
    }

    SheetPair pair() {
        return pair;
    }

    List<CellDraft> cells() {
        return cells;
    }

    Map<Change, Long> counts() {
        return counts;
    }

    long recalculatedCells() {
        return recalculatedCells;
    }

    /** Cells of the new sheet that differ because somebody changed them; those of inserted rows and columns too. */
    CellSet changed() {
        return changed;
    }

    /** Cells of the new sheet whose formula is the same and whose result is not. */
    CellSet recalculated() {
        return recalculated;
    }

    /** Those of them that have fewer cells to go by, because rows or columns of their ranges were deleted. */
    CellSet cut() {
        return cut;
    }
}
