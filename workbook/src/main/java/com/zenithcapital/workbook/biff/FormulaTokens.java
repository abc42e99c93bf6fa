package com.zenithcapital.workbook.biff;

import java.util.Set;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.util.LittleEndianByteArrayInputStream;

/** What is told from the tokens of a formula ([MS-XLS] 2.5.198). */
final class FormulaTokens {

    private static final Set<String> VOLATILE = Set.of("NOW", "TODAY", "RAND", "OFFSET", "INDIRECT", "CELL", "INFO");

    /** The token of an array constant ([MS-XLS] 2.5.198.32), and what POI reads of one that is all zeros. */
    private static final int ARRAY_TOKEN_BYTES = 8;

    private static final int EMPTY_ARRAY_BYTES = 12;

    /** The first volatile function that is called, as {@code NOW()}, or nothing. */
    String read(Records records, int length) {
        if (length == 0 || length > records.remaining()) {
            return "";
        }
        // Behind the tokens stand the values of array constants, of which POI would make as many as they claim to be,
        // for each formula again: zeros instead, which are arrays of one empty value.
        byte[] bytes = new byte[length + (length / ARRAY_TOKEN_BYTES) * EMPTY_ARRAY_BYTES];
        records.read(bytes, length);
        Ptg[] tokens;
        try {
            tokens = Ptg.readTokens(length, new LittleEndianByteArrayInputStream(bytes));
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
