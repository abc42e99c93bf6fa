package com.zenithcapital.workbook.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for numbers in a formula that belong into a cell of their own: a rate, a price, a plug. Not meant are 0 and 1,
 * powers of ten (a change of unit), and the arguments by which a function is told what to do: digits to round to, a
 * column to look up, the parts of a date.
 */
public final class ConstantScan {

    /** Deeper calls than Excel allows (64) are taken to be of none of these functions. */
    private static final int DEEPEST = 64;

    private static final Set<String> TOLD_BY_NUMBERS = Set.of(
            "ADDRESS",
            "AGGREGATE",
            "CEILING",
            "CELL",
            "CHAR",
            "CHOOSE",
            "CHOOSECOLS",
            "CHOOSEROWS",
            "COLUMNS",
            "CONVERT",
            "DATE",
            "DATEDIF",
            "DOLLAR",
            "DROP",
            "EDATE",
            "EOMONTH",
            "EXPAND",
            "FIND",
            "FIXED",
            "FLOOR",
            "HLOOKUP",
            "INDEX",
            "INDIRECT",
            "LARGE",
            "LEFT",
            "LOG",
            "LOOKUP",
            "MATCH",
            "MID",
            "MOD",
            "MROUND",
            "NETWORKDAYS.INTL",
            "OFFSET",
            "PERCENTILE",
            "PERCENTILE.EXC",
            "PERCENTILE.INC",
            "QUARTILE",
            "QUARTILE.EXC",
            "QUARTILE.INC",
            "QUOTIENT",
            "RANDARRAY",
            "RANDBETWEEN",
            "RANK",
            "RANK.AVG",
            "RANK.EQ",
            "REPLACE",
            "REPT",
            "RIGHT",
            "ROUND",
            "ROUNDDOWN",
            "ROUNDUP",
            "SEARCH",
            "SEQUENCE",
            "SMALL",
            "SORT",
            "SORTBY",
            "SUBSTITUTE",
            "SUBTOTAL",
            "TAKE",
            "TIME",
            "TRUNC",
            "VLOOKUP",
            "WEEKDAY",
            "WEEKNUM",
            "WORKDAY",
            "WORKDAY.INTL",
            "WRAPCOLS",
            "WRAPROWS",
            "XLOOKUP",
            "XMATCH",
            "YEARFRAC");

    /** For each open parenthesis, whether numbers that stand alone between its commas are settings. */
    private final Deque<Boolean> calls = new ArrayDeque<>();

    private boolean found;
    private boolean functionIsTold;
    private int braces;
    /** A number that stands first in an argument and is a setting unless an operator follows. */
    private boolean waiting;
    /** Whether the argument has nothing before this token but a sign. */
    private boolean first = true;

    private ConstantScan() {}

    /** Whether the formula holds such a number. */
    public static boolean finds(CharSequence formula) {
        FormulaLexer lexer = new FormulaLexer();
        ConstantScan scan = new ConstantScan();
        lexer.read(formula);
        while (!scan.found && lexer.next() != TokenKind.END) {
            scan.add(lexer);
        }
        return scan.found;
    }

    private void add(FormulaLexer lexer) {
        switch (lexer.kind()) {
            case FUNCTION -> {
                functionIsTold = TOLD_BY_NUMBERS.contains(name(lexer));
                first = false;
            }
            case OPEN -> {
                if (calls.size() < DEEPEST) {
                    calls.push(functionIsTold);
                }
                begin();
            }
            case CLOSE -> {
                calls.poll();
                begin();
                first = false;
            }
            case COMMA -> begin();
            case NUMBER -> number(lexer);
            case OPERATOR -> operator(lexer.at(lexer.start()));
            case SPACE -> {
                // Between tokens it changes nothing.
            }
            default -> {
                functionIsTold = false;
                first = false;
            }
        }
    }

    private void begin() {
        functionIsTold = false;
        waiting = false;
        first = true;
    }

    private void number(FormulaLexer lexer) {
        if (braces > 0 || isPlain(lexer)) {
            first = false;
            return;
        }
        if (first && Boolean.TRUE.equals(calls.peek())) {
            waiting = true;
            first = false;
        } else {
            found = true;
        }
    }

    private void operator(char c) {
        switch (c) {
            case '{' -> braces++;
            case '}' -> braces = Math.max(0, braces - 1);
            case '%' -> {
                // Belongs to the number before it.
            }
            default -> {
                found |= waiting;
                first &= c == '-' || c == '+';
            }
        }
    }

    /** 0, 1, or a power of ten, by its digits: 1000, 0.01, 1E6. */
    private static boolean isPlain(FormulaLexer lexer) {
        int ones = 0;
        for (int at = lexer.start(); at < lexer.end(); at++) {
            switch (lexer.at(at)) {
                case '0', '.' -> {
                    // Places.
                }
                case '1' -> ones++;
                case 'E', 'e' -> {
                    return ones <= 1;
                }
                default -> {
                    return false;
                }
            }
        }
        return ones <= 1;
    }

    /** Without the prefix that newer functions carry in a file. */
    private static String name(FormulaLexer lexer) {
        String token = lexer.token().toUpperCase(Locale.ROOT);
        return token.startsWith("_XLFN.") ? token.substring(token.lastIndexOf("_XLWS.") < 0 ? 6 : 12) : token;
    }
}
