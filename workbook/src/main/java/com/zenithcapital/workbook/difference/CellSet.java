package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.sheet.CellRange;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a sheet, a bit each, column by column in pieces of 256 rows. Formulas name long ranges of few columns, and
 * running totals name longer and longer ones: of each column in a range at most the first and the last piece are looked
 * into, whatever its length. Used by one thread at a time.
 */
final class CellSet {

    private static final int PIECE_SHIFT = 8;
    private static final int PIECE_ROWS = 1 << PIECE_SHIFT;
    private static final int WORDS = PIECE_ROWS / Integer.SIZE;

    /** What a column takes beside its pieces, and the set beside its columns, in pieces. */
    private static final int PIECES_OF_A_COLUMN = 6;

    private static final int PIECES_OF_A_SET = 20;

    /** The cells of one column. */
    private static final class Column {

        /** The pieces that are not blank. */
        private final BitSet filled = new BitSet();

        private final Map<Integer, int[]> pieces = new HashMap<>();
    }

    /** The columns that are not blank. */
    private final BitSet filled = new BitSet();

    private final Map<Integer, Column> columns = new HashMap<>();
    private final int mostPieces;
    private int pieces = PIECES_OF_A_SET;
    private long cells;
    private boolean complete = true;

    /** {@code mostPieces}: beyond so many of some 100 bytes, cells are left out and the set is not complete. */
    CellSet(int mostPieces) {
        this.mostPieces = mostPieces;
    }

    boolean isComplete() {
        return complete;
    }

    boolean isEmpty() {
        return cells == 0;
    }

    long cells() {
        return cells;
    }

    /** An empty one with the same room. */
    CellSet another() {
        return new CellSet(mostPieces);
    }

    /** Another set of the same cells. */
    CellSet copy() {
        CellSet copy = another();
        forEach(copy::add);
        copy.complete = complete;
        return copy;
    }

    void add(int row, int column) {
        int[] piece = pieceFor(row, column);
        if (piece == null) {
            complete = false;
            return;
        }
        int at = (row - 1) & (PIECE_ROWS - 1);
        int bit = 1 << at;
        if ((piece[at / Integer.SIZE] & bit) == 0) {
            piece[at / Integer.SIZE] |= bit;
            cells++;
        }
    }

    /** The piece that has this cell, made where there is none; null where there is no room. */
    private int @Nullable [] pieceFor(int row, int number) {
        Column column = columns.get(number);
        int place = (row - 1) >> PIECE_SHIFT;
        int[] piece = column == null ? null : column.pieces.get(place);
        if (piece == null) {
            int taken = column == null ? 1 + PIECES_OF_A_COLUMN : 1;
            if (pieces + taken > mostPieces) {
                return null;
            }
            pieces += taken;
            piece = new int[WORDS];
            column = columns.computeIfAbsent(number, added -> new Column());
            column.pieces.put(place, piece);
        }
        if (column != null) {
            column.filled.set(place);
        }
        filled.set(number);
        return piece;
    }

    boolean contains(int row, int number) {
        Column column = columns.get(number);
        int[] piece = column == null ? null : column.pieces.get((row - 1) >> PIECE_SHIFT);
        int at = (row - 1) & (PIECE_ROWS - 1);
        return piece != null && (piece[at / Integer.SIZE] & (1 << at)) != 0;
    }

    void remove(int row, int column) {
        removeAll(new CellRange(row, column, row, column));
    }

    /** Whether one of its cells lies in the rectangle. */
    boolean meets(CellRange range) {
        for (int number = filled.nextSetBit(range.left());
                number >= 0 && number <= range.right();
                number = filled.nextSetBit(number + 1)) {
            Column column = columns.get(number);
            if (column != null && meets(column, range)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meets(Column column, CellRange range) {
        int last = (range.bottom() - 1) >> PIECE_SHIFT;
        for (int place = column.filled.nextSetBit((range.top() - 1) >> PIECE_SHIFT);
                place >= 0 && place <= last;
                place = column.filled.nextSetBit(place + 1)) {
            int[] piece = column.pieces.get(place);
            for (int word = 0; piece != null && word < WORDS; word++) {
                if ((piece[word] & mask(range, place, word)) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Takes the cells of a rectangle out. What is out already costs nothing, however often it is asked for. */
    void removeAll(CellRange range) {
        for (int number = filled.nextSetBit(range.left());
                number >= 0 && number <= range.right();
                number = filled.nextSetBit(number + 1)) {
            Column column = columns.get(number);
            if (column != null) {
                removeAll(column, range);
                if (column.filled.isEmpty()) {
                    filled.clear(number);
                }
            }
        }
    }

    private void removeAll(Column column, CellRange range) {
        int last = (range.bottom() - 1) >> PIECE_SHIFT;
        for (int place = column.filled.nextSetBit((range.top() - 1) >> PIECE_SHIFT);
                place >= 0 && place <= last;
                place = column.filled.nextSetBit(place + 1)) {
            int[] piece = column.pieces.get(place);
            int left = 0;
            for (int word = 0; piece != null && word < WORDS; word++) {
                int mask = mask(range, place, word);
                cells -= Integer.bitCount(piece[word] & mask);
                piece[word] &= ~mask;
                left |= piece[word];
            }
            if (left == 0) {
                column.filled.clear(place);
            }
        }
    }

    /** The rows of the range that a word of a piece has, as bits. */
    private static int mask(CellRange range, int place, int word) {
        int first = (place << PIECE_SHIFT) + word * Integer.SIZE + 1;
        int from = Math.max(range.top() - first, 0);
        int to = Math.min(range.bottom() - first, Integer.SIZE - 1);
        return from > to ? 0 : (-1 >>> (Integer.SIZE - 1 - (to - from))) << from;
    }

    /** What is done with each cell. */
    interface Visitor {

        void visit(int row, int column);
    }

    /** Column by column from the left, in each from above. */
    void forEach(Visitor visitor) {
        for (int number = filled.nextSetBit(0); number >= 0; number = filled.nextSetBit(number + 1)) {
            Column column = columns.get(number);
            if (column == null) {
                continue;
            }
            for (int place = column.filled.nextSetBit(0); place >= 0; place = column.filled.nextSetBit(place + 1)) {
                int[] piece = column.pieces.get(place);
                for (int word = 0; piece != null && word < WORDS; word++) {
                    int first = (place << PIECE_SHIFT) + word * Integer.SIZE + 1;
                    for (int bits = piece[word]; bits != 0; bits &= bits - 1) {
                        visitor.visit(first + Integer.numberOfTrailingZeros(bits), number);
                    }
                }
            }
        }
    }
}
