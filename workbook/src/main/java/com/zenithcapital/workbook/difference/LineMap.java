package com.zenithcapital.workbook.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which row (or column) of the old sheet is which of the new one. Kept as runs of lines that stay together, in growing
 * order on both sides; what lies in no run was deleted or inserted.
 *
 * <p>Below the last line that both have, nothing moves: lines that were added there fill blank ones, so a formula that
 * reached over those still says the same. They count as inserted all the same.
 */
final class LineMap {

    /** A line that is not there on the other side. */
    static final int NONE = -1;

    /** Lines that were inserted or deleted together, in the numbers of the sheet that has them. */
    record Lines(int first, int count) {}

    private final int[] oldStarts;
    private final int[] newStarts;
    private final int[] lengths;
    private final int runs;
    private final Lines oldTail;
    private final Lines newTail;

    private LineMap(int[] oldStarts, int[] newStarts, int[] lengths, int runs, Lines oldTail, Lines newTail) {
        this.oldStarts = oldStarts;
        this.newStarts = newStarts;
        this.lengths = lengths;
        this.runs = runs;
        this.oldTail = oldTail;
        this.newTail = newTail;
    }

    /** Of a sheet of so many lines, none of which moved. */
    static LineMap identity(int lines) {
        Lines none = new Lines(1, 0);
        return new LineMap(new int[] {1}, new int[] {1}, new int[] {lines}, 1, none, none);
    }

    /** Whether nothing was inserted or deleted. */
    boolean isIdentity() {
        return runs == 1 && oldStarts[0] == 1 && newStarts[0] == 1 && oldTail.count() == 0 && newTail.count() == 0;
    }

    /** In how many pieces lines stayed together. */
    int runs() {
        return runs;
    }

    boolean isDeleted(int oldLine) {
        return isIn(oldTail, oldLine) || toNew(oldLine) == NONE;
    }

    boolean isInserted(int newLine) {
        return isIn(newTail, newLine) || toOld(newLine) == NONE;
    }

    private static boolean isIn(Lines lines, int line) {
        return line >= lines.first() && line < lines.first() + lines.count();
    }

    /** The new number of an old line, or {@link #NONE}. */
    int toNew(int line) {
        return map(oldStarts, newStarts, line);
    }

    /** The old number of a new line, or {@link #NONE}. */
    int toOld(int line) {
        return map(newStarts, oldStarts, line);
    }

    /** The new number of the first old line from this one on that was kept. */
    int firstKeptFrom(int line) {
        int run = run(oldStarts, line);
        if (run >= 0 && line < oldStarts[run] + lengths[run]) {
            return newStarts[run] + line - oldStarts[run];
        }
        return run + 1 < runs ? newStarts[run + 1] : NONE;
    }

    /** The new number of the last old line up to this one that was kept. */
    int lastKeptTo(int line) {
        int run = run(oldStarts, line);
        if (run < 0) {
            return NONE;
        }
        return newStarts[run] + Math.min(line - oldStarts[run], lengths[run] - 1);
    }

    /** Whether one of these old lines was deleted. */
    boolean isAnyDeleted(int first, int last) {
        if (oldTail.count() > 0 && first < oldTail.first() + oldTail.count() && last >= oldTail.first()) {
            return true;
        }
        int run = run(oldStarts, first);
        if (run < 0 || first >= oldStarts[run] + lengths[run]) {
            return true;
        }
        while (last >= oldStarts[run] + lengths[run]) {
            if (run + 1 == runs || oldStarts[run + 1] > oldStarts[run] + lengths[run]) {
                return run + 1 < runs;
            }
            run++;
        }
        return false;
    }

    List<Lines> deleted() {
        return between(oldStarts, oldTail);
    }

    List<Lines> inserted() {
        return between(newStarts, newTail);
    }

    private List<Lines> between(int[] starts, Lines tail) {
        List<Lines> lines = new ArrayList<>();
        int next = 1;
        for (int run = 0; run < runs; run++) {
            if (starts[run] > next) {
                lines.add(new Lines(next, starts[run] - next));
            }
            next = starts[run] + lengths[run];
        }
        if (tail.count() > 0) {
            lines.add(tail);
        }
        return lines;
    }

    private int map(int[] from, int[] to, int line) {
        int run = run(from, line);
        return run >= 0 && line < from[run] + lengths[run] ? to[run] + line - from[run] : NONE;
    }

    /** The last run that starts at this line or before it, or -1. */
    private int run(int[] starts, int line) {
        if (runs == 1) {
            return line >= starts[0] ? 0 : -1;
        }
        int found = Arrays.binarySearch(starts, 0, runs, line);
        return found >= 0 ? found : -found - 2;
    }

    /** Takes in pairs in growing order of both numbers. */
    static final class Builder {

        private int[] oldStarts = new int[16];
        private int[] newStarts = new int[16];
        private int[] lengths = new int[16];
        private int runs;

        void pair(int oldLine, int newLine) {
            if (runs > 0) {
                int last = runs - 1;
                int length = lengths[last];
                if (oldStarts[last] + length == oldLine && newStarts[last] + length == newLine) {
                    lengths[last]++;
                    return;
                }
            }
            if (runs == lengths.length) {
                oldStarts = Arrays.copyOf(oldStarts, 2 * runs);
                newStarts = Arrays.copyOf(newStarts, 2 * runs);
                lengths = Arrays.copyOf(lengths, 2 * runs);
            }
            oldStarts[runs] = oldLine;
            newStarts[runs] = newLine;
            lengths[runs++] = 1;
        }

        /**
         * All lines after the last pair stay with each other.
         *
         * @param oldLines how many old ones hold something
         * @param newLines how many new ones
         * @param most the number of lines that a sheet can have
         */
        LineMap build(int oldLines, int newLines, int most) {
            if (runs == 0) {
                pair(1, 1);
                lengths[0] = 0;
            }
            int last = runs - 1;
            int oldEnd = oldStarts[last] + lengths[last];
            int newEnd = newStarts[last] + lengths[last];
            lengths[last] += most + 1 - Math.max(oldEnd, newEnd);
            return new LineMap(
                    oldStarts,
                    newStarts,
                    lengths,
                    runs,
                    new Lines(oldEnd, Math.max(0, oldLines + 1 - oldEnd)),
                    new Lines(newEnd, Math.max(0, newLines + 1 - newEnd)));
        }
    }
}
