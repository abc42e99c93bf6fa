package com.zenithcapital.workbook.formula;

/** What a piece of a formula is (ECMA-376 part 1, 18.17.2). */
public enum TokenKind {
    NUMBER,
    TEXT,
    /** {@code #DIV/0!} and the like. */
    ERROR,
    /** The sheet, or the span of sheets, of the reference or name behind it, with its exclamation mark. */
    SHEET,
    /** One cell, {@code $B$7}. */
    CELL,
    /** A whole column, {@code C} of {@code C:E}. */
    COLUMN,
    /** A whole row, {@code 3} of {@code 3:5}. */
    ROW,
    /** A defined name, a table, TRUE or FALSE. */
    NAME,
    /** The name of a function; its parenthesis is the next token. */
    FUNCTION,
    /** What stands in brackets: a table's columns, or the number of another workbook. */
    BRACKETS,
    OPEN,
    CLOSE,
    /** A comma: between arguments, or the union of ranges. */
    COMMA,
    SPACE,
    /** Anything else, one character: the operators, and the braces of an array. */
    OPERATOR,
    /** Behind the last token. */
    END
}
