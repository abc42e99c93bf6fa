package com.zenithcapital.workbook.biff;

import java.util.Set;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.Ptg;

/** What is told from the tokens of a formula ([MS-XLS] 2.5.198). */
final class FormulaTokens {

    private static final Set<String> VOLATILE = Set.of("NOW", "TODAY", "RAND", "OFFSET", "INDIRECT", "CELL", "INFO");

    /** The first volatile function that is called, as {@code NOW()}, or nothing. */
    String read(Records records, int length) {
        if (length == 0 || length > records.remaining()) {
            return "";
        }
        Ptg[] tokens;
        try {
            tokens = Ptg.readTokens(length, records.input());
        } catch (RuntimeException e) {
            // A token that POI does not know: the cell is counted all the same.
            return "";
        }
        for (Ptg token : tokens) {
            if (token instanceof AbstractFunctionPtg function && VOLATILE.contains(function.getName())) {
                return function.getName() + "()";
            }
        }
        return "";
    }
}
