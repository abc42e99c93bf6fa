package com.zenithcapital.workbook.sheet;

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

    static CellKind of(CharSequence type) {
        if (type.length() != 1) {
            return switch (type.toString()) {
                case "str", "inlineStr" -> TEXT;
                default -> NUMBER;
            };
        }
        return switch (type.charAt(0)) {
            case 's' -> SHARED_STRING;
            case 'b' -> BOOLEAN;
            case 'e' -> ERROR;
            case 'd' -> DATE;
            default -> NUMBER;
        };
    }
}
