package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.sheet.CellCursor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formulas that cells of a sheet share: the first cell holds the text, the others its number. */
final class SharedFormulas {

    /** Of all kept texts of a sheet together. Beyond, the cells that share one have a formula that nothing is known of. */
    private static final int MOST_CHARACTERS = 4 << 20;

    /** Excel's own limit for a formula. A longer one takes longer to read than the cells that share it took bytes. */
    private static final int LONGEST = 8_192;

    /** Read again for cells that share them, of a sheet: a million cells of 256 each. */
    private static final long MOST_REPEATED = 1L << 28;

    private record Shared(String text, int row, int column) {}

    private final Map<Integer, Shared> formulas = new HashMap<>();
    private int characters;
    private long repeated;

    /** Begins to read the formula of the cell where the cursor stands; false where it is not known. */
    boolean read(CellCursor cell, Formula formula) {
        CharSequence text = cell.formula();
        int number = cell.sharedFormula();
        if (!text.isEmpty()) {
            if (number >= 0) {
                keep(number, new Shared(text.toString(), cell.row(), cell.column()));
            }
            formula.read(text);
            return true;
        }
        @Nullable Shared shared = number >= 0 ? formulas.get(number) : null;
        if (shared == null || repeated > MOST_REPEATED) {
            return false;
        }
        repeated += shared.text().length();
        formula.read(shared.text(), cell.row() - shared.row(), cell.column() - shared.column());
        return true;
    }

    private void keep(int number, Shared shared) {
        int length = shared.text().length() + 64;
        if (length > LONGEST + 64 || characters + length > MOST_CHARACTERS) {
            formulas.remove(number);
            return;
        }
        characters += length;
        formulas.put(number, shared);
    }
}
