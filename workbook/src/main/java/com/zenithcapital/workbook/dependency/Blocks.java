package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.sheet.CellRange;
import java.util.Arrays;

/** Rectangles of cells with one key, joined from runs of cells as these come row by row. */
final class Blocks {

    /** What {@link #add} answers when no more are kept. */
    static final int FULL = -1;

    private static final int TOP = 0;
    private static final int LEFT = 1;
    private static final int BOTTOM = 2;
    private static final int RIGHT = 3;
    private static final int KEY = 4;
    private static final int LENGTH = 5;

    private final Allowance allowance;
    private int[] data = new int[LENGTH * 16];
    private int count;
    private int row;
    /** The blocks of the row before and of this one, from left to right. */
    private int[] above = new int[16];

    private int[] current = new int[16];
    private int aboveCount;
    private int currentCount;
    private int sought;

    Blocks(Allowance allowance) {
        this.allowance = allowance;
    }

    /** A run right of and below those before; the block that it belongs to, or {@link #FULL}. */
    int add(int ofRow, int left, int right, int key) {
        if (ofRow != row) {
            turn(ofRow);
        }
        while (sought < aboveCount && left(above[sought]) < left) {
            sought++;
        }
        int block = sought < aboveCount ? above[sought] : FULL;
        if (block != FULL && left(block) == left && right(block) == right && key(block) == key) {
            data[block * LENGTH + BOTTOM] = ofRow;
        } else {
            block = add(ofRow, left, ofRow, right, key);
        }
        if (block != FULL) {
            if (currentCount == current.length) {
                current = Arrays.copyOf(current, currentCount * 2);
            }
            current[currentCount++] = block;
        }
        return block;
    }

    /** A rectangle that is joined with no other. */
    int add(int top, int left, int bottom, int right, int key) {
        if (!allowance.take(1)) {
            return FULL;
        }
        if (data.length < (count + 1) * LENGTH) {
            data = Arrays.copyOf(data, data.length * 2);
        }
        int at = count * LENGTH;
        data[at + TOP] = top;
        data[at + LEFT] = left;
        data[at + BOTTOM] = bottom;
        data[at + RIGHT] = right;
        data[at + KEY] = key;
        return count++;
    }

    private void turn(int next) {
        int[] free = above;
        above = current;
        current = free;
        aboveCount = next == row + 1 ? currentCount : 0;
        currentCount = 0;
        sought = 0;
        row = next;
    }

    int count() {
        return count;
    }

    int top(int block) {
        return data[block * LENGTH + TOP];
    }

    int left(int block) {
        return data[block * LENGTH + LEFT];
    }

    int bottom(int block) {
        return data[block * LENGTH + BOTTOM];
    }

    int right(int block) {
        return data[block * LENGTH + RIGHT];
    }

    int key(int block) {
        return data[block * LENGTH + KEY];
    }

    CellRange range(int block) {
        return new CellRange(top(block), left(block), bottom(block), right(block));
    }

    long cells(int block) {
        return (bottom(block) - top(block) + 1L) * (right(block) - left(block) + 1L);
    }
}
