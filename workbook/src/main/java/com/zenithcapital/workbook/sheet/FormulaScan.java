package com.zenithcapital.workbook.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be told from a formula's characters without parsing it: which volatile functions it calls, and whether it
 * talks to another program (DDE). Text in quotes, quoted sheet names and column names in brackets are passed over.
 */
final class FormulaScan {

    /** Recalculated every time, whether or not an input changed (Microsoft, "Excel Recalculation"). */
    private static final List<String> VOLATILE =
            List.of("NOW", "RAND", "CELL", "INFO", "TODAY", "OFFSET", "INDIRECT", "RANDARRAY", "RANDBETWEEN");

    private static final int LOWER_CASE = 'a' - 'A';

    private @Nullable String volatileFunction;
    private boolean dde;

    void read(CharSequence formula) {
        volatileFunction = null;
        dde = false;
        int length = formula.length();
        int brackets = 0;
        int at = 0;
        while (at < length) {
            char c = formula.charAt(at);
            switch (c) {
                case '"', '\'' -> at = closing(formula, at, c);
                case '[' -> brackets++;
                case ']' -> brackets--;
                case '(' -> {
                    if (volatileFunction == null) {
                        volatileFunction = volatileFunction(formula, at);
                    }
                }
                // No operator of a formula: only program|topic!item has it.
                case '|' -> dde |= brackets <= 0;
                default -> {
                    // Operands and operators.
                }
            }
            at++;
        }
    }

    /** The first volatile function that the formula calls, or null. */
    @Nullable
    String volatileFunction() {
        return volatileFunction;
    }

    boolean hasDde() {
        return dde;
    }

    /** Where the quote that opens at {@code at} closes; a doubled one is a character of the text. */
    private static int closing(CharSequence formula, int at, char quote) {
        int length = formula.length();
        for (int next = at + 1; next < length; next++) {
            if (formula.charAt(next) == quote) {
                if (next + 1 < length && formula.charAt(next + 1) == quote) {
                    next++;
                } else {
                    return next;
                }
            }
        }
        return length;
    }

    private static @Nullable String volatileFunction(CharSequence formula, int parenthesis) {
        if (parenthesis == 0 || !endsVolatile(formula.charAt(parenthesis - 1))) {
            return null;
        }
        for (String function : VOLATILE) {
            int start = parenthesis - function.length();
            if (start >= 0
                    && matches(formula, start, function)
                    && !(start > 0 && isOfName(formula.charAt(start - 1)))) {
                return function;
            }
        }
        return null;
    }

    /** Whether one of those functions ends so: most calls are told apart by this one letter. */
    private static boolean endsVolatile(char c) {
        return switch (c & ~LOWER_CASE) {
            case 'W', 'D', 'L', 'O', 'Y', 'T', 'N' -> true;
            default -> false;
        };
    }

    private static boolean matches(CharSequence formula, int start, String function) {
        for (int index = function.length() - 1; index >= 0; index--) {
            char c = formula.charAt(start + index);
            if (c != function.charAt(index) && c != function.charAt(index) + LOWER_CASE) {
                return false;
            }
        }
        return true;
    }

    /** A dot or an underscore too: {@code MY.NOW(} is another function; {@code _xlfn.RANDARRAY(} is the one meant. */
    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
