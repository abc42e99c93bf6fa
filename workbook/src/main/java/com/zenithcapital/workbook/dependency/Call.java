package com.zenithcapital.workbook.dependency;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a function does with a range of cells that is its argument: whether it reads all of it. Where a single value is
 * meant, Excel takes one cell of the range, and where a place is meant it reads none.
 */
enum Call {
    /** May be anything; a range is not taken to be read as a whole. */
    OTHER,
    /** Reads ranges in all of its arguments. */
    ALL("AND AVEDEV AVERAGE AVERAGEA CONCAT CORREL COUNT COUNTA COUNTBLANK COVAR COVARIANCE.P COVARIANCE.S DEVSQ GCD"
            + " GEOMEAN GROWTH HARMEAN INTERCEPT IRR KURT LCM LINEST LOGEST MAX MAXA MEDIAN MIN MINA MODE"
            + " MODE.MULT MODE.SNGL MULTINOMIAL OR PEARSON PRODUCT RSQ SKEW SLOPE STDEV STDEV.P STDEV.S STDEVA"
            + " STDEVP STDEVPA STEYX SUM SUMSQ SUMX2MY2 SUMX2PY2 SUMXMY2 TREND VAR VAR.P VAR.S VARA VARP VARPA"
            + " XIRR XOR"),
    /** The first argument is a value. */
    BUT_FIRST("AGGREGATE FORECAST FORECAST.LINEAR HLOOKUP MATCH NPV RANK RANK.AVG RANK.EQ SUBTOTAL VLOOKUP XMATCH"
            + " XNPV"),
    FIRST("COUNTIF LARGE PERCENTILE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK PERCENTRANK.EXC PERCENTRANK.INC QUARTILE"
            + " QUARTILE.EXC QUARTILE.INC SMALL TRIMMEAN MIRR"),
    /** Reads its second argument; of the third it takes a cell that it finds, as INDEX does. */
    SECOND("XLOOKUP"),
    FIRST_AND_THIRD("AVERAGEIF SUMIF"),
    /** Range, criterion, range, criterion. */
    PAIRS("COUNTIFS"),
    /** A range before such pairs. */
    FIRST_AND_PAIRS("AVERAGEIFS MAXIFS MINIFS SUMIFS"),
    /** Reads ranges in all of its arguments, and in whatever is calculated there. */
    ARRAYS("LOOKUP MDETERM MINVERSE MMULT SUMPRODUCT"),
    /** Of its first argument it takes only the place. */
    PLACE("AREAS COLUMN COLUMNS FORMULATEXT INDEX ISFORMULA ISREF OFFSET ROW ROWS SHEET SHEETS"),
    /** Of its second argument. */
    SECOND_PLACE("CELL");

    private static final String NEWER = "_XLFN.";
    private static final String NEWER_OF_SHEETS = "_XLWS.";

    private static final Map<String, Call> FUNCTIONS = new HashMap<>();

    static {
        for (Call call : values()) {
            for (String function : call.functions.split(" ")) {
                FUNCTIONS.put(function, call);
            }
        }
    }

    private final String functions;

    Call() {
        this("");
    }

    Call(String functions) {
        this.functions = functions;
    }

    /** The function's name in capitals, without the prefix that newer ones carry in a file. */
    static String name(String token) {
        String name = token.toUpperCase(Locale.ROOT);
        if (name.startsWith(NEWER)) {
            name = name.substring(NEWER.length());
        }
        return name.startsWith(NEWER_OF_SHEETS) ? name.substring(NEWER_OF_SHEETS.length()) : name;
    }

    static Call of(String name) {
        return FUNCTIONS.getOrDefault(name, OTHER);
    }

    /** Whether it finds by calculating what it reads. */
    static boolean isOpen(String name) {
        return name.equals("INDIRECT") || name.equals("OFFSET");
    }

    /** Whether it reads the whole of a range that stands alone as the argument with this number, from 0. */
    boolean reads(int argument) {
        return switch (this) {
            case ALL, ARRAYS -> true;
            case BUT_FIRST -> argument > 0;
            case FIRST -> argument == 0;
            case SECOND -> argument == 1;
            case FIRST_AND_THIRD -> argument == 0 || argument == 2;
            case PAIRS -> argument % 2 == 0;
            case FIRST_AND_PAIRS -> argument == 0 || argument % 2 == 1;
            case OTHER, PLACE, SECOND_PLACE -> false;
        };
    }

    /** Whether it takes only the place of that argument. */
    boolean takesPlace(int argument) {
        return switch (this) {
            case PLACE -> argument == 0;
            case SECOND_PLACE -> argument == 1;
            case SECOND -> argument == 2;
            case OTHER, ALL, BUT_FIRST, FIRST, FIRST_AND_THIRD, PAIRS, FIRST_AND_PAIRS, ARRAYS -> false;
        };
    }
}
