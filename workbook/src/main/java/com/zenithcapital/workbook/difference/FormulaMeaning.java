package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.formula.TokenKind;
import org.jspecify.annotations.Nullable;

/**
 * A formula as a hash that is the same in both versions where it means the same: the references of the old version are
 * taken to where their cells are in the new one, as Excel rewrites them when rows are inserted or sheets renamed.
 */
final class FormulaMeaning {

    private static final long DELETED = 0x5_0000_0000L;
    private static final long ABSOLUTE = 0x6_0000_0000L;
    private static final long SHEET = 0x7_0000_0000L;

    private final SheetPairs sheets;
    private final boolean old;
    private boolean lostCells;
    private int firstRow;
    private int firstColumn;

    private FormulaMeaning(SheetPairs sheets, boolean old) {
        this.sheets = sheets;
        this.old = old;
    }

    static FormulaMeaning ofOld(SheetPairs sheets) {
        return new FormulaMeaning(sheets, true);
    }

    static FormulaMeaning ofNew(SheetPairs sheets) {
        return new FormulaMeaning(sheets, false);
    }

    /** Of the formula that was just begun, in a cell of {@code own}. */
    long of(Formula formula, SheetPair own) {
        lostCells = false;
        long hash = Hash.start();
        @Nullable SheetPair of = own;
        for (TokenKind kind = formula.next(); kind != TokenKind.END; kind = formula.next()) {
            switch (kind) {
                case SHEET -> {
                    of = old ? sheets.old(formula.token()) : sheets.now(formula.token());
                    hash = of == null ? formula.addCharacters(hash) : Hash.add(hash, SHEET + of.after());
                }
                case CELL -> {
                    hash = Hash.add(hash, Formula.mark(kind));
                    hash = column(row(hash, formula, of), formula, of);
                    watch(kind, formula, of);
                }
                case ROW -> {
                    hash = row(Hash.add(hash, Formula.mark(kind)), formula, of);
                    watch(kind, formula, of);
                }
                case COLUMN -> {
                    hash = column(Hash.add(hash, Formula.mark(kind)), formula, of);
                    watch(kind, formula, of);
                }
                default -> {
                    hash = formula.addCharacters(hash);
                    if (!formula.isColon()) {
                        of = own;
                    }
                }
            }
        }
        return Hash.mix(hash);
    }

    /** Whether a range of the last formula lost rows or columns: it reads as before and means less. */
    boolean lostCells() {
        return lostCells;
    }

    private long row(long hash, Formula formula, @Nullable SheetPair of) {
        long sum = formula.isRowAbsolute() ? Hash.add(hash, ABSOLUTE) : hash;
        return Hash.add(sum, place(formula.row(), formula, old && of != null ? of.rows() : null));
    }

    private long column(long hash, Formula formula, @Nullable SheetPair of) {
        long sum = formula.isColumnAbsolute() ? Hash.add(hash, ABSOLUTE) : hash;
        return Hash.add(sum, place(formula.column(), formula, old && of != null ? of.columns() : null));
    }

    private static long place(int line, Formula formula, @Nullable LineMap lines) {
        if (lines == null) {
            return line;
        }
        int place = lines.toNew(line);
        if (place == LineMap.NONE && formula.isFirstCorner()) {
            place = lines.firstKeptFrom(line);
        } else if (place == LineMap.NONE && formula.isSecondCorner()) {
            place = lines.lastKeptTo(line);
        }
        return place == LineMap.NONE ? DELETED : place;
    }

    private void watch(TokenKind kind, Formula formula, @Nullable SheetPair of) {
        if (!old || of == null) {
            return;
        }
        // A whole column has no row that could be lost, a whole row no column.
        int row = kind == TokenKind.COLUMN ? 0 : formula.row();
        int column = kind == TokenKind.ROW ? 0 : formula.column();
        if (formula.isFirstCorner()) {
            firstRow = row;
            firstColumn = column;
        } else if (formula.isSecondCorner()) {
            lostCells |= lost(of.rows(), firstRow, row) || lost(of.columns(), firstColumn, column);
        }
    }

    private static boolean lost(LineMap lines, int one, int other) {
        int first = Math.min(one, other);
        return first > 0 && lines.isAnyDeleted(first, Math.max(one, other));
    }
}
