package com.zenithcapital.workbook.sheet;

import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import org.jspecify.annotations.Nullable;

/**
 * Goes from one cell to the next that holds a value or a formula, in the order in which they are stored, whatever they
 * are stored as. What it says of a cell holds until the next step; nothing is kept.
 */
public interface CellCursor {

    /** Moves to the next cell; false after the last, when the sheet has been read to its end. */
    boolean next();

    /** From the next cell on numbers and formats are passed over: {@link #value} of a number is empty then, its style 0. */
    void skipNumbers();

    /** The same of the results of formulas only; of those that are numbers. */
    void skipResults();

    /** One-based. */
    int row();

    /** One-based. */
    int column();

    /** Index of its cell format. */
    int style();

    CellKind kind();

    /** False for a formula that was never calculated. */
    boolean hasValue();

    /** The stored value as it stands in the file. */
    CharSequence value();

    boolean hasFormula();

    /** The formula without its equals sign; empty where the cell shares another's. */
    CharSequence formula();

    /** Whether {@link #formula} is what the cell calculates, not a stand-in that only names what it calls. */
    boolean isFormulaWhole();

    /** The number of the formula that the cell shares with others, or -1; the first of them holds its text. */
    int sharedFormula();

    /** The cells that this one's array formula or data table fills, {@code B2:C7}; null where it is neither. */
    @Nullable
    String spread();

    /** Whether an embedded object was passed. Complete only after the last cell. */
    boolean hasObjects();

    /** Whether the row that the cursor stands in is not shown. */
    boolean isRowHidden();

    /** Hidden columns are known from the first cell on, merged cells only after the last. */
    SheetLayout layout();

    /** What is wrong where the cursor stands. */
    WorkbookRejectedException corrupt(String reason);
}
