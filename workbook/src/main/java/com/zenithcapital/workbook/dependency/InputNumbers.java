package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.format.CellStyles;
import com.zenithcapital.workbook.sheet.CellCursor;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The numbers of a sheet that may be inputs, as rectangles of runs: cells beside each other in a row. Left out is what
 * only labels others: dates, years, and lines that count 1, 2, 3.
 */
final class InputNumbers {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int LEAST_TO_COUNT = 3;

    /** Columns of more numbers, whose rows hold nothing beside, are data rather than inputs. */
    private static final int TALLEST = 50;

    private static final int NOT_WHOLE = Integer.MIN_VALUE;
    private static final int MOST_DIGITS = 9;

    private final CellStyles styles;
    private final Blocks blocks;
    private final BitSet dates = new BitSet();
    private final BitSet knownStyles = new BitSet();
    /** By block: the last number of a column that counts up to it, or {@link #NOT_WHOLE}. */
    private int[] counted = new int[16];

    private int row;
    private int left;
    private int right = -1;
    private boolean isYears;
    private boolean counts;
    private int value;
    private boolean running;
    private boolean complete = true;

    InputNumbers(CellStyles styles, Allowance most) {
        this.styles = styles;
        this.blocks = new Blocks(most);
    }

    void add(CellCursor cell) {
        if (!complete || isDate(cell.style())) {
            return;
        }
        int whole = whole(cell.value());
        boolean isYear = whole >= FIRST_YEAR && whole <= LAST_YEAR;
        if (running && cell.row() == row && cell.column() == right + 1) {
            right++;
            isYears &= isYear;
            counts &= whole != NOT_WHOLE && whole == value + 1;
        } else {
            complete &= cell.row() > row || (cell.row() == row && cell.column() > right);
            end();
            running = true;
            row = cell.row();
            left = cell.column();
            right = left;
            isYears = isYear;
            counts = whole != NOT_WHOLE;
        }
        value = whole;
    }

    private void end() {
        if (!running || !complete || isYears || (counts && right - left + 1 >= LEAST_TO_COUNT)) {
            running = false;
            return;
        }
        running = false;
        int before = blocks.count();
        int block = blocks.add(row, left, right, 0);
        if (block == Blocks.FULL) {
            complete = false;
            return;
        }
        if (block == counted.length) {
            counted = Arrays.copyOf(counted, block * 2);
        }
        boolean goesOn = left == right
                && value != NOT_WHOLE
                && (block == before || (counted[block] != NOT_WHOLE && counted[block] + 1 == value));
        counted[block] = goesOn ? value : NOT_WHOLE;
    }

    void close() {
        end();
    }

    boolean isComplete() {
        return complete;
    }

    Blocks blocks() {
        return blocks;
    }

    /** Whether the block is taken for inputs, now that all of it is known. */
    boolean isInput(int block) {
        int height = blocks.bottom(block) - blocks.top(block) + 1;
        int width = blocks.right(block) - blocks.left(block) + 1;
        boolean isCount = counted[block] != NOT_WHOLE && height >= LEAST_TO_COUNT;
        return !isCount && (height <= TALLEST || height <= width);
    }

    private boolean isDate(int style) {
        if (!knownStyles.get(style)) {
            knownStyles.set(style);
            dates.set(style, styles.format(style).isDate());
        }
        return dates.get(style);
    }

    private static int whole(CharSequence stored) {
        int length = stored.length();
        if (length == 0 || length > MOST_DIGITS) {
            return NOT_WHOLE;
        }
        int number = 0;
        for (int index = 0; index < length; index++) {
            int digit = stored.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_WHOLE;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
