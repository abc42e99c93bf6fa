package com.zenithcapital.workbook.sheet;

import org.jspecify.annotations.Nullable;

/** What the stored value of a cell is (ECMA-376 part 1, 18.18.11). */
public enum CellKind {
    NUMBER,
    /** The value is a number in the table of shared strings. */
    SHARED_STRING,
    /** Text of the cell itself, or the text that its formula gave. */
    TEXT,
    BOOLEAN,
    ERROR,
    /** A date as text, ISO 8601. */
    DATE;

    static CellKind of(@Nullable String type) {
        return switch (type) {
            case "s" -> SHARED_STRING;
            case "str", "inlineStr" -> TEXT;
            case "b" -> BOOLEAN;
            case "e" -> ERROR;
            case "d" -> DATE;
            case null, default -> NUMBER;
        };
    }
}
