package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.formula.FormulaLexer;
import com.zenithcapital.workbook.formula.TokenKind;
import com.zenithcapital.workbook.sheet.CellRange;

/**
 * Goes through a formula as it stands in a cell, be it the cell's own or one that it shares with others: then its
 * relative references move along. One object reads many formulas, one after the other.
 */
final class Formula {

    private final FormulaLexer lexer = new FormulaLexer();
    private int length;
    private int rowShift;
    private int columnShift;
    private boolean behindColon;

    void read(CharSequence text) {
        read(text, 0, 0);
    }

    /** The shifts: how far below and right of the cell that holds the text this one lies. */
    void read(CharSequence text, int rows, int columns) {
        lexer.read(text);
        length = text.length();
        rowShift = rows;
        columnShift = columns;
        behindColon = false;
    }

    TokenKind next() {
        TokenKind before = lexer.kind();
        behindColon = before == TokenKind.OPERATOR && lexer.end() > lexer.start() && lexer.at(lexer.start()) == ':';
        return lexer.next();
    }

    /** Of a CELL or ROW. */
    int row() {
        return lexer.isRowAbsolute() ? lexer.row() : within(lexer.row() + rowShift, CellRange.ROWS);
    }

    /** Of a CELL or COLUMN. */
    int column() {
        return lexer.isColumnAbsolute() ? lexer.column() : within(lexer.column() + columnShift, CellRange.COLUMNS);
    }

    /** Past the edge it goes on at the other one, as in Excel. */
    private static int within(int line, int lines) {
        return Math.floorMod(line - 1, lines) + 1;
    }

    boolean isRowAbsolute() {
        return lexer.isRowAbsolute();
    }

    boolean isColumnAbsolute() {
        return lexer.isColumnAbsolute();
    }

    /** Whether the reference is the first corner of a range. */
    boolean isFirstCorner() {
        return !behindColon && lexer.end() < length && lexer.at(lexer.end()) == ':';
    }

    /** Whether it is the other corner. */
    boolean isSecondCorner() {
        return behindColon;
    }

    boolean isColon() {
        return lexer.kind() == TokenKind.OPERATOR && lexer.at(lexer.start()) == ':';
    }

    String token() {
        return lexer.token();
    }

    long addCharacters(long hash) {
        long sum = hash;
        for (int at = lexer.start(); at < lexer.end(); at++) {
            sum = Hash.add(sum, lexer.at(at));
        }
        return sum;
    }

    /** What stands for a reference in a hash: no character does. */
    static long mark(TokenKind kind) {
        return switch (kind) {
            case CELL -> 0x1_0000L;
            case ROW -> 0x1_0001L;
            case COLUMN -> 0x1_0002L;
            case SHEET -> 0x1_0003L;
            case NUMBER, TEXT, ERROR, NAME, FUNCTION, BRACKETS, OPEN, CLOSE, COMMA, SPACE, OPERATOR, END -> 0;
        };
    }

    /** The formula without its references: the same wherever it was copied or moved to. */
    long masked() {
        long hash = Hash.start();
        for (TokenKind kind = next(); kind != TokenKind.END; kind = next()) {
            hash = switch (kind) {
                case SHEET, CELL, ROW, COLUMN -> Hash.add(hash, mark(kind));
                default -> addCharacters(hash);
            };
        }
        return Hash.mix(hash);
    }

    /** The formula as Excel would show it in this cell. */
    String text() {
        StringBuilder text = new StringBuilder(length);
        for (TokenKind kind = next(); kind != TokenKind.END; kind = next()) {
            switch (kind) {
                case CELL -> {
                    appendColumn(text);
                    appendRow(text);
                }
                case COLUMN -> appendColumn(text);
                case ROW -> appendRow(text);
                default -> text.append(token());
            }
        }
        return text.toString();
    }

    private void appendColumn(StringBuilder text) {
        text.append(isColumnAbsolute() ? "$" : "").append(CellRange.columnName(column()));
    }

    private void appendRow(StringBuilder text) {
        text.append(isRowAbsolute() ? "$" : "").append(row());
    }
}
