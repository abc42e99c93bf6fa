package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.sheet.CellCursor;

/** Hashes of what a cell holds, the same whichever program wrote it: {@code 1} and {@code 1.0} are one number. */
final class CellContent {

    private static final int MOST_QUICK_DIGITS = 15;

    /** So that the text 1, the number 1 and TRUE, which is stored as 1, are three things. */
    private static final long NUMBER = 1;

    private static final long BOOLEAN = 2;
    private static final long ERROR = 3;
    private static final long DATE = 4;

    private final StringHashes strings;

    CellContent(StringHashes strings) {
        this.strings = strings;
    }

    /** Of the stored value; 0 where there is none. */
    long value(CellCursor cell) {
        if (!cell.hasValue()) {
            return 0;
        }
        return switch (cell.kind()) {
            case NUMBER -> Hash.mix(NUMBER + Double.doubleToLongBits(number(cell.value())));
            case SHARED_STRING -> strings.of(SharedStrings.number(cell.value()));
            case TEXT -> StringHashes.hash(cell.value());
            case BOOLEAN -> Hash.mix(BOOLEAN + Hash.of(cell.value()));
            case ERROR -> Hash.mix(ERROR + Hash.of(cell.value()));
            case DATE -> Hash.mix(DATE + Hash.of(cell.value()));
        };
    }

    /** NaN where it is none. */
    static double number(CharSequence text) {
        int length = text.length();
        if (length > 0 && length <= MOST_QUICK_DIGITS) {
            long number = 0;
            int at = 0;
            while (at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                number = number * 10 + text.charAt(at) - '0';
                at++;
            }
            if (at == length) {
                return number;
            }
        }
        try {
            // Without this, minus zero would be another number.
            return Double.parseDouble(text.toString()) + 0.0;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
