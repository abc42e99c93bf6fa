package com.zenithcapital.workbook.dependency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the blocks of a sheet that meet a rectangle: a packed R-tree (S. Leutenegger and others, "STR", ICDE 1997).
 * Blocks have their places in it, and one search is a series of places, so that it can be left and taken up again.
 */
final class BlockIndex {

    private static final int BITS = 4;
    private static final int FAN = 1 << BITS;

    private final Blocks blocks;
    /** By place. */
    private final int[] order;
    /** Of each level the rectangles around {@value #FAN} of the level below, the places themselves being level 0. */
    private final List<int[]> levels = new ArrayList<>();

    private long steps;

    BlockIndex(Blocks blocks) {
        this.blocks = blocks;
        this.order = order(blocks);
        int below = order.length;
        while (below > 1) {
            int size = (below + FAN - 1) / FAN;
            levels.add(bounds(size, below));
            below = size;
        }
    }

    int count() {
        return order.length;
    }

    /** The block at a place. */
    int block(int place) {
        return order[place];
    }

    /** How many comparisons were made since this index is there. */
    long steps() {
        return steps;
    }

    /** The first place from this one on whose block meets the rectangle; {@link #count} where none does. */
    int next(int from, Area area) {
        int place = from;
        while (place < order.length) {
            int skip = skip(place, area);
            if (skip > 0) {
                place += skip;
            } else {
                steps++;
                int block = order[place];
                if (blocks.top(block) <= area.bottom
                        && blocks.bottom(block) >= area.top
                        && blocks.left(block) <= area.right
                        && blocks.right(block) >= area.left) {
                    return place;
                }
                place++;
            }
        }
        return order.length;
    }

    /** How many places from here on do not meet the area for sure, as the widest rectangle that begins here tells. */
    private int skip(int place, Area area) {
        int level = place == 0 ? levels.size() : Math.min(levels.size(), Integer.numberOfTrailingZeros(place) / BITS);
        while (level > 0) {
            steps++;
            int[] bounds = levels.get(level - 1);
            int at = (place >> (BITS * level)) * 4;
            if (bounds[at] > area.bottom
                    || bounds[at + 2] < area.top
                    || bounds[at + 1] > area.right
                    || bounds[at + 3] < area.left) {
                return 1 << (BITS * level);
            }
            level--;
        }
        return 0;
    }

    private int[] bounds(int size, int below) {
        int[] bounds = new int[size * 4];
        for (int at = 0; at < size; at++) {
            int top = Integer.MAX_VALUE;
            int left = Integer.MAX_VALUE;
            int bottom = 0;
            int right = 0;
            for (int child = at * FAN; child < Math.min(below, (at + 1) * FAN); child++) {
                boolean isBlock = levels.isEmpty();
                int[] inner = isBlock ? new int[0] : levels.getLast();
                int block = isBlock ? order[child] : child * 4;
                top = Math.min(top, isBlock ? blocks.top(block) : inner[block]);
                left = Math.min(left, isBlock ? blocks.left(block) : inner[block + 1]);
                bottom = Math.max(bottom, isBlock ? blocks.bottom(block) : inner[block + 2]);
                right = Math.max(right, isBlock ? blocks.right(block) : inner[block + 3]);
            }
            bounds[at * 4] = top;
            bounds[at * 4 + 1] = left;
            bounds[at * 4 + 2] = bottom;
            bounds[at * 4 + 3] = right;
        }
        return bounds;
    }

    /** In slices of rows, each from left to right, so that neighbours have places near each other. */
    private static int[] order(Blocks blocks) {
        int count = blocks.count();
        long[] keys = new long[count];
        for (int block = 0; block < count; block++) {
            keys[block] = ((long) blocks.top(block) + blocks.bottom(block)) << 32 | block;
        }
        Arrays.sort(keys);
        int leaves = (count + FAN - 1) / FAN;
        int slice = Math.max(FAN, (int) Math.ceil(Math.sqrt(leaves)) * FAN);
        for (int start = 0; start < count; start += slice) {
            int end = Math.min(count, start + slice);
            for (int at = start; at < end; at++) {
                int block = (int) keys[at];
                keys[at] = ((long) blocks.left(block) + blocks.right(block)) << 32 | block;
            }
            Arrays.sort(keys, start, end);
        }
        int[] order = new int[count];
        for (int at = 0; at < count; at++) {
            order[at] = (int) keys[at];
        }
        return order;
    }
}
