package com.zenithcapital.workbook.formula;

/**
 * A formula as it would read in R1C1 notation, where references that are relative say how far away they point: the
 * same for every cell that a formula was copied to. Two cells hold "the same formula" when their forms are equal.
 */
public final class FormulaForm {

    /** Of a cell without a formula; no form has it. */
    public static final long NONE = 0;

    /** Of a cell that holds a number; no form has it. */
    public static final long NUMBER = 1;

    /** Stands before the numbers of a reference, apart from every character. */
    private static final long REFERENCE = 0x1_0000L;

    private static final long RELATIVE = 0x2_0000_0000L;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final FormulaLexer lexer = new FormulaLexer();
    private long hash;

    /** Of the formula of this cell; row and column are one-based. Equal for equal forms; others share it by chance only. */
    public long of(CharSequence formula, int row, int column) {
        lexer.read(formula);
        hash = FNV_OFFSET;
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            switch (kind) {
                case CELL -> {
                    add(REFERENCE);
                    row(row);
                    column(column);
                }
                case ROW -> {
                    add(REFERENCE + 1);
                    row(row);
                }
                case COLUMN -> {
                    add(REFERENCE + 2);
                    column(column);
                }
                default -> characters();
            }
        }
        hash = (hash ^ (hash >>> 32)) * SPREAD;
        // Below lie the values that stand for something else than a formula.
        return hash >= NONE && hash <= NUMBER ? SPREAD : hash;
    }

    private void add(long value) {
        hash = (hash ^ value) * FNV_PRIME;
    }

    private void row(int own) {
        add(lexer.isRowAbsolute() ? lexer.row() : RELATIVE + lexer.row() - own);
    }

    private void column(int own) {
        add(lexer.isColumnAbsolute() ? lexer.column() : RELATIVE + lexer.column() - own);
    }

    private void characters() {
        for (int at = lexer.start(); at < lexer.end(); at++) {
            add(lexer.at(at));
        }
    }
}
