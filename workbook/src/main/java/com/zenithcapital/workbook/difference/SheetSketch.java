package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.sheet.CellCursor;
import com.zenithcapital.workbook.sheet.CellKind;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** What is kept of a sheet in order to align it with its other version. */
final class SheetSketch {

    private static final ColumnSketch BLANK = new ColumnSketch();

    private final RowSketches rows = new RowSketches();
    private ColumnSketch[] columns = new ColumnSketch[0];
    private boolean inOrder = true;
    private long cells;
    private long sum;

    private SheetSketch() {}

    /** {@code place}: the number that a column is to go by, or {@link LineMap#NONE} for one to leave out. */
    static SheetSketch read(CellCursor cell, CellContent contents, IntUnaryOperator place) {
        SheetSketch sketch = new SheetSketch();
        SharedFormulas shared = new SharedFormulas();
        Formula formula = new Formula();
        int row = 0;
        int column = 0;
        while (cell.next()) {
            sketch.inOrder &= cell.row() > row || (cell.row() == row && cell.column() > column);
            row = cell.row();
            column = cell.column();
            long value = contents.value(cell);
            long content = value;
            if (cell.hasFormula()) {
                content = shared.read(cell, formula) ? formula.masked() : 1;
            }
            int placed = place.applyAsInt(column);
            if (placed != LineMap.NONE) {
                sketch.add(cell, placed, content, value);
            }
        }
        return sketch;
    }

    private void add(CellCursor cell, int column, long content, long value) {
        boolean text = !cell.hasFormula() && (cell.kind() == CellKind.SHARED_STRING || cell.kind() == CellKind.TEXT);
        rows.add(cell.row(), column, content, cell.hasFormula(), text);
        column(column).add(content, value);
        cells++;
        sum += Hash.mix(content + ((long) cell.row() << 20) + column);
    }

    private ColumnSketch column(int column) {
        if (column > columns.length) {
            int had = columns.length;
            columns = Arrays.copyOf(columns, column);
            Arrays.fill(columns, had, column, BLANK);
        }
        ColumnSketch sketch = columns[column - 1];
        if (sketch == BLANK) {
            sketch = new ColumnSketch();
            columns[column - 1] = sketch;
        }
        return sketch;
    }

    RowSketches rows() {
        return rows;
    }

    ColumnSketch[] columns() {
        return columns;
    }

    long cells() {
        return cells;
    }

    /** Whether each row and each cell comes after the one before, as Excel writes them and wants them. */
    boolean isInOrder() {
        return inOrder;
    }

    /** Equal for sheets with the same constants and formulas in the same places. */
    long content() {
        return sum;
    }
}
