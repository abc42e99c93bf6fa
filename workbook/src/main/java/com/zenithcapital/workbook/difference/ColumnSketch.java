package com.zenithcapital.workbook.difference;

import java.util.Arrays;

/**
 * A column in a few numbers that rows inserted elsewhere leave as they are. How alike two columns are is estimated as
 * one-permutation MinHash does (Li, Owen, Zhang, 2012): of each of some groups of hashes the least is kept, and sets
 * have the same least one as often as they share elements.
 */
final class ColumnSketch {

    private static final int SLOTS = 16;
    private static final double WEIGHT_OF_CONTENTS = 2;

    private final int[] contents = empty();
    private final int[] values = empty();
    private long sum;
    private long head;

    private static int[] empty() {
        int[] slots = new int[SLOTS];
        Arrays.fill(slots, Integer.MAX_VALUE);
        return slots;
    }

    /**
     * Adds a cell.
     *
     * @param content what was typed: a constant, or a formula without its references
     * @param value what it shows
     */
    void add(long content, long value) {
        sum += content;
        if (head == 0) {
            head = value;
        }
        put(contents, content);
        put(values, value);
    }

    private static void put(int[] slots, long hash) {
        int slot = (int) hash & (SLOTS - 1);
        slots[slot] = Math.min(slots[slot], (int) (hash >>> 32));
    }

    /** Whether everything that was typed is the same, in whatever order. */
    boolean isSame(ColumnSketch other) {
        return sum == other.sum && head == other.head;
    }

    /** From 0, nothing in common, to 4. The first cell counts as much as all values: it tells months apart. */
    double likeness(ColumnSketch other) {
        return WEIGHT_OF_CONTENTS * shared(contents, other.contents)
                + shared(values, other.values)
                + (head == other.head ? 1 : 0);
    }

    private static double shared(int[] left, int[] right) {
        int used = 0;
        int same = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (left[slot] != Integer.MAX_VALUE || right[slot] != Integer.MAX_VALUE) {
                used++;
                if (left[slot] == right[slot]) {
                    same++;
                }
            }
        }
        return used == 0 ? 1 : (double) same / used;
    }
}
