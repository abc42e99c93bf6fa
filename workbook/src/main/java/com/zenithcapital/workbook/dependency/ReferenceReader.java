package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.dependency.References.Corner;
import com.zenithcapital.workbook.dependency.SheetNames.Span;
import com.zenithcapital.workbook.dependency.WorkbookNames.Named;
import com.zenithcapital.workbook.formula.FormulaLexer;
import com.zenithcapital.workbook.formula.TokenKind;
import com.zenithcapital.workbook.sheet.CellRange;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the references in a formula. What of them is certainly read and what is only named is kept apart: a circle that
 * is claimed must be one, a number that is called unused must be named nowhere.
 */
final class ReferenceReader {

    /** Deeper than Excel allows calls to be (64); what is further within is of no known function. */
    private static final int DEEPEST = 70;

    /** More than a formula of Excel's longest can hold; only names of names come to more. */
    private static final int MOST = 10_000;

    private final SheetNames sheets;
    private final WorkbookNames names;
    private final FormulaLexer lexer = new FormulaLexer();
    private final Corner first = new Corner();
    private final Corner second = new Corner();
    private final Call[] calls = new Call[DEEPEST];
    private final int[] arguments = new int[DEEPEST];

    private References into = new References();
    private int most;
    private int length;
    private int row;
    private int column;
    private Span own = Span.ELSEWHERE;
    private boolean wholeRanges;
    private int depth;
    private Call called = Call.OTHER;
    private boolean isCalled;
    /** Of the next reference or name, where one was given. */
    private @Nullable Span span;
    /** Whether the last token but spaces begins an argument, or ends something that has a value. */
    private boolean begins;

    private boolean ended;
    private boolean spaced;
    /** First of the references that wait to be known as an argument or as part of a calculation, or -1. */
    private int waiting;

    private boolean waitsAtBeginning;
    private boolean intersected;
    private boolean open;
    private boolean single;
    private int operands;

    ReferenceReader(SheetNames sheets, WorkbookNames names) {
        this.sheets = sheets;
        this.names = names;
        Arrays.fill(calls, Call.OTHER);
    }

    /**
     * Adds the references of the formula of this cell.
     *
     * @param ownSheet the place of its sheet, or {@link References#OWN_SHEET}
     * @param array whether it is entered as an array formula: then ranges are always read as a whole
     */
    void read(CharSequence formula, int ofRow, int ofColumn, int ownSheet, boolean array, References references) {
        read(formula, ofRow, ofColumn, ownSheet, array, references, MOST);
    }

    /** What a name stands for; of more references than that only as many are added. */
    void readName(CharSequence formula, References references, int atMost) {
        read(formula, 1, 1, References.OWN_SHEET, false, references, atMost);
    }

    private void read(
            CharSequence formula,
            int ofRow,
            int ofColumn,
            int ownSheet,
            boolean array,
            References references,
            int atMost) {
        lexer.read(formula);
        length = formula.length();
        row = ofRow;
        column = ofColumn;
        own = Span.of(ownSheet);
        into = references;
        most = references.count() + atMost;
        wholeRanges = array;
        depth = 0;
        isCalled = false;
        span = null;
        begins = true;
        ended = false;
        spaced = false;
        waiting = -1;
        intersected = false;
        open = false;
        single = false;
        operands = 0;
        calls[0] = Call.OTHER;
        arguments[0] = 0;
        int start = references.count();
        TokenKind kind = lexer.next();
        while (kind != TokenKind.END) {
            add(kind);
            kind = lexer.next();
        }
        single = waiting >= 0 && waitsAtBeginning && operands == 1;
        if (!single) {
            settle(false);
        }
        if (intersected) {
            for (int index = start; index < references.count(); index++) {
                references.markUnread(index);
            }
        }
    }

    /** Whether the formula may refer to more than was found in it. */
    boolean isOpen() {
        return open;
    }

    /** Whether it is nothing but one reference, which was then added as it stands: what a name mostly is. */
    boolean isSingle() {
        return single;
    }

    private void add(TokenKind kind) {
        switch (kind) {
            case SPACE -> spaced = true;
            case SHEET -> {
                beginOperand();
                span = sheets.span(lexer.token());
                open |= span.equals(Span.UNKNOWN);
            }
            case CELL, ROW, COLUMN -> {
                beginOperand();
                if (reference(kind)) {
                    endOperand();
                }
            }
            case NAME -> {
                beginOperand();
                name();
                endOperand();
            }
            case NUMBER, TEXT -> {
                settle(false);
                endOperand();
            }
            case ERROR -> {
                settle(false);
                endOperand();
                // #REF!A1: the sheet is gone, and the cell with it.
                span = Span.ELSEWHERE;
            }
            case FUNCTION -> {
                beginOperand();
                String name = Call.name(lexer.token());
                called = Call.of(name);
                isCalled = true;
                open |= Call.isOpen(name);
                begins = false;
                ended = false;
                span = null;
            }
            case BRACKETS -> {
                settle(false);
                // Columns of a table that is not named: in the table's own formulas.
                open = true;
                endOperand();
            }
            case OPEN -> open();
            case CLOSE -> {
                settle(isWhole());
                depth = Math.max(0, depth - 1);
                endOperand();
            }
            case COMMA -> {
                settle(isWhole());
                arguments[level()]++;
                begin();
            }
            case OPERATOR -> {
                settle(false);
                // A range one end of which is calculated: A1:INDEX(A:A,9).
                open |= lexer.at(lexer.start()) == ':' || lexer.at(lexer.start()) == '!';
                begin();
                begins = false;
            }
            case END -> throw new IllegalStateException("behind the last token");
        }
    }

    private int level() {
        return Math.min(depth, DEEPEST - 1);
    }

    /** Whether the argument that ends here, if it is a range alone, is read as a whole. */
    private boolean isWhole() {
        return calls[level()].reads(arguments[level()]);
    }

    private void begin() {
        begins = true;
        ended = false;
        spaced = false;
        span = null;
    }

    private void beginOperand() {
        // A space between two ranges stands for the cells that are in both.
        intersected |= ended && spaced && (span == null);
        spaced = false;
    }

    private void endOperand() {
        operands++;
        begins = false;
        ended = true;
        spaced = false;
        span = null;
    }

    private void open() {
        boolean call = isCalled;
        isCalled = false;
        Call outer = calls[level()];
        depth++;
        int level = level();
        if (depth >= DEEPEST) {
            calls[level] = Call.OTHER;
        } else if (call) {
            calls[level] = called;
        } else {
            calls[level] = outer == Call.ARRAYS ? outer : Call.OTHER;
        }
        arguments[level] = 0;
        begin();
    }

    /** What waits stands alone as an argument of a function that reads ranges, or not. */
    private void settle(boolean whole) {
        if (waiting < 0) {
            return;
        }
        if (!(whole && waitsAtBeginning)) {
            for (int index = waiting; index < into.count(); index++) {
                into.intersect(index);
            }
        }
        waiting = -1;
    }

    /** The references from this one on stand for one value or range. */
    private void added(int from) {
        if (from == into.count()) {
            return;
        }
        if (calls[level()].takesPlace(arguments[level()])) {
            for (int index = from; index < into.count(); index++) {
                into.markUnread(index);
            }
        } else if (!wholeRanges && calls[level()] != Call.ARRAYS) {
            settle(false);
            waiting = from;
            waitsAtBeginning = begins;
        }
    }

    /** False where the token behind it was added already. */
    private boolean reference(TokenKind kind) {
        Span of = span == null ? own : span;
        corner(first, kind);
        copy(first, second);
        if (lexer.end() < length && lexer.at(lexer.end()) == ':') {
            lexer.next();
            TokenKind other = lexer.next();
            if (other == kind) {
                corner(second, kind);
                open |= lexer.end() < length && lexer.at(lexer.end()) == ':';
            } else {
                // To a place that is calculated, or on another sheet: the first cell is part of it all the same.
                open = true;
                int from = into.count();
                addRange(of, kind);
                added(from);
                endOperand();
                if (other != TokenKind.END) {
                    ended = false;
                    add(other);
                }
                return false;
            }
        }
        int from = into.count();
        addRange(of, kind);
        added(from);
        return true;
    }

    private void addRange(Span of, TokenKind kind) {
        if (!of.isKnown()) {
            return;
        }
        if (into.count() == most) {
            open = true;
            return;
        }
        if (kind == TokenKind.COLUMN) {
            first.row = 1;
            second.row = CellRange.ROWS;
            first.rowRelative = false;
            second.rowRelative = false;
        } else if (kind == TokenKind.ROW) {
            first.column = 1;
            second.column = CellRange.COLUMNS;
            first.columnRelative = false;
            second.columnRelative = false;
        }
        into.add(of.first(), of.last(), first, second);
    }

    private void corner(Corner corner, TokenKind kind) {
        corner.rowRelative = kind != TokenKind.COLUMN && !lexer.isRowAbsolute();
        corner.columnRelative = kind != TokenKind.ROW && !lexer.isColumnAbsolute();
        corner.row = corner.rowRelative ? lexer.row() - row : lexer.row();
        corner.column = corner.columnRelative ? lexer.column() - column : lexer.column();
    }

    private static void copy(Corner from, Corner to) {
        to.row = from.row;
        to.column = from.column;
        to.rowRelative = from.rowRelative;
        to.columnRelative = from.columnRelative;
    }

    private void name() {
        String name = lexer.token();
        Span of = span == null ? own : span;
        if (lexer.end() < length && lexer.at(lexer.end()) == '[') {
            lexer.next();
            if (!of.equals(Span.ELSEWHERE)) {
                names.addTable(name);
            }
            return;
        }
        if (of.equals(Span.ELSEWHERE) || isWord(name)) {
            return;
        }
        Named named = names.find(name, of.isKnown() ? of.first() : References.OWN_SHEET);
        if (named == null) {
            names.addTable(name);
            return;
        }
        open |= named.isOpen();
        int from = into.count();
        int to = Math.min(named.to(), named.from() + most - from);
        open |= to < named.to();
        for (int index = named.from(); index < to; index++) {
            into.add(names.references(), index, own.first());
        }
        if (named.isSingle() || calls[level()].takesPlace(arguments[level()])) {
            added(from);
        }
    }

    /** A constant, or a variable of LET and LAMBDA. */
    private static boolean isWord(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("true")
                || lower.equals("false")
                || lower.startsWith("_xlpm.")
                || lower.startsWith("_xlop.");
    }
}
