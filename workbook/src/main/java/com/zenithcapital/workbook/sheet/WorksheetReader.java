package com.zenithcapital.workbook.sheet;

import static com.zenithcapital.workbook.verdict.Rejection.ACTIVE_CONTENT;

import com.zenithcapital.workbook.format.CellStyles;
import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Shortened;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Passes over a worksheet once and gathers everything an inspection says of it. */
public final class WorksheetReader {

    private static final int LONGEST_ERROR = 14;
    /** Excel has some dozen error values; what calls itself an error beyond them is listed as one. */
    private static final int MOST_ERROR_VALUES = 16;

    private static final String OTHER_ERRORS = "#ERROR!";

    private final SheetPart sheet;
    private final Policy policy;
    private final int mostRanges;
    private final PreviewCollector preview;
    private final SortedMap<String, RangeCollector> errors = new TreeMap<>();
    private final SortedMap<String, RangeCollector> volatileFunctions = new TreeMap<>();
    private final FormulaScan scan = new FormulaScan();
    private final FormulaChecks checks;
    private final CellListener listener;
    private long errorCells;
    private long highestString = -1;

    /** {@code mostRanges}: rectangles of cells to list for one error value or one function. */
    public WorksheetReader(
            SheetPart sheet, Policy policy, PreviewShape shape, int mostRanges, CellStyles styles, boolean date1904) {
        this(sheet, policy, shape, mostRanges, styles, date1904, CellListener.NONE);
    }

    /** {@code listener} is told the formulas, where they can be read, and the numbers. */
    public WorksheetReader(
            SheetPart sheet,
            Policy policy,
            PreviewShape shape,
            int mostRanges,
            CellStyles styles,
            boolean date1904,
            CellListener listener) {
        this.listener = listener;
        this.sheet = sheet;
        this.policy = policy;
        this.mostRanges = mostRanges;
        this.checks = new FormulaChecks(mostRanges, listener);
        this.preview = new PreviewCollector(shape, styles, date1904);
    }

    public SheetContent read(CellCursor cell) {
        int top = CellRange.ROWS;
        int left = CellRange.COLUMNS;
        int bottom = 1;
        int right = 1;
        long cells = 0;
        long formulas = 0;
        while (cell.next()) {
            cells++;
            top = Math.min(top, cell.row());
            bottom = Math.max(bottom, cell.row());
            left = Math.min(left, cell.column());
            right = Math.max(right, cell.column());
            if (cell.hasFormula()) {
                formulas++;
                readFormula(cell);
            }
            if (cell.hasValue()) {
                readValue(cell);
            }
            if (cell.isFormulaWhole()) {
                checks.add(cell);
            }
            preview.add(cell);
            if (preview.isFull()) {
                skip(cell);
            }
        }
        if (cell.hasObjects() && !policy.activeContentAllowed()) {
            throw ACTIVE_CONTENT.because("The sheet %s holds an embedded object; these are not allowed."
                    .formatted(Shortened.name(sheet.name())));
        }
        preview.end(cell.layout());
        CellRange range = cells == 0 ? null : new CellRange(top, left, bottom, right);
        return new SheetContent(
                new SheetCounts(range, cells, formulas, errorCells),
                errors,
                volatileFunctions,
                checks.end(),
                highestString,
                preview);
    }

    /** What the preview does not show is not decoded, unless somebody listens to it. */
    private void skip(CellCursor cell) {
        if (listener == CellListener.NONE) {
            cell.skipNumbers();
        } else {
            cell.skipResults();
        }
    }

    private void readValue(CellCursor cell) {
        switch (cell.kind()) {
            case ERROR -> {
                errorCells++;
                errors.computeIfAbsent(errorValue(cell.value()), value -> new RangeCollector(mostRanges))
                        .add(cell.row(), cell.column());
            }
            case SHARED_STRING -> highestString = Math.max(highestString, stringNumber(cell));
            case NUMBER, TEXT, BOOLEAN, DATE -> {
                // Counted already.
            }
        }
    }

    private void readFormula(CellCursor cell) {
        if (cell.formula().isEmpty()) {
            return;
        }
        scan.read(cell.formula());
        if (scan.hasDde() && !policy.activeContentAllowed()) {
            throw ACTIVE_CONTENT.because(
                    "The formula in cell %s of sheet %s talks to another program (DDE); that is not allowed."
                            .formatted(cell, Shortened.name(sheet.name())));
        }
        @Nullable String function = scan.volatileFunction();
        if (function != null) {
            volatileFunctions
                    .computeIfAbsent(function, name -> new RangeCollector(mostRanges))
                    .add(cell.row(), cell.column());
        }
    }

    private String errorValue(CharSequence value) {
        String text = Shortened.to(LONGEST_ERROR, value.toString());
        return errors.containsKey(text) || errors.size() < MOST_ERROR_VALUES ? text : OTHER_ERRORS;
    }

    private static int stringNumber(CellCursor cell) {
        int number = SharedStrings.number(cell.value());
        if (number < 0) {
            throw cell.corrupt("cell %s refers to a shared string that cannot be".formatted(cell));
        }
        return number;
    }
}
