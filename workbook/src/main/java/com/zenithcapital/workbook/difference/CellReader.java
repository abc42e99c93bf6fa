package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.sheet.CellCursor;
import com.zenithcapital.workbook.sheet.CellKind;
import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.verdict.Shortened;
import org.jspecify.annotations.Nullable;

/** One version of a sheet on its way through both: where its cursor stands, in the rows and columns of the new one. */
final class CellReader {

    /** Enough to see what it is; the shared strings are cut to the same. */
    private static final int LONGEST_TEXT = 256;

    private final CellCursor cell;
    private final CellContent contents;
    private final StyleTable styles;
    private final FormulaMeaning meaning;
    private final SheetPair pair;
    private final SharedFormulas shared = new SharedFormulas();
    private final Formula formula = new Formula();
    private boolean formulaKnown;
    private long formulaMeaning;

    CellReader(CellCursor cell, CellContent contents, StyleTable styles, FormulaMeaning meaning, SheetPair pair) {
        this.cell = cell;
        this.contents = contents;
        this.styles = styles;
        this.meaning = meaning;
        this.pair = pair;
    }

    /** The next cell, whether or not it is there in the other version. */
    boolean next() {
        if (!cell.next()) {
            return false;
        }
        formulaMeaning = 0;
        if (cell.hasFormula()) {
            // Each formula is read, also of cells that are passed over: others may share it.
            formulaKnown = shared.read(cell, formula);
            formulaMeaning = formulaKnown ? meaning.of(formula, pair) : 1;
        }
        return true;
    }

    int row() {
        return cell.row();
    }

    int column() {
        return cell.column();
    }

    boolean hasFormula() {
        return cell.hasFormula();
    }

    /** Hash of what the cell's formula means; 0 where it has none. */
    long formula() {
        return formulaMeaning;
    }

    /** Whether the formula's ranges lost rows or columns since the old version. */
    boolean lostCells() {
        return cell.hasFormula() && formulaKnown && meaning.lostCells();
    }

    long value() {
        return contents.value(cell);
    }

    boolean isNumber() {
        return cell.hasValue() && cell.kind() == CellKind.NUMBER;
    }

    double number() {
        return CellContent.number(cell.value());
    }

    int style() {
        return cell.style();
    }

    StyleTable styles() {
        return styles;
    }

    String place() {
        return CellRange.columnName(cell.column()) + cell.row();
    }

    /** {@code formula}: how its formula is shown, null where there is none. */
    CellDraft.State state(@Nullable String formula) {
        return new CellDraft.State(
                formula,
                cell.hasValue() ? Shortened.to(LONGEST_TEXT, cell.value().toString()) : null,
                cell.kind(),
                styles.numberFormat(cell.style()));
    }

    /** All of it; null where there is none. */
    @Nullable
    String formulaText() {
        if (!cell.hasFormula()) {
            return null;
        }
        return shared.read(cell, formula) ? formula.text() : "";
    }
}
