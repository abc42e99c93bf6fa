package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.sheet.CellRange;
import java.util.Arrays;

/**
 * Finds which rows of two sheets are the same. Equal beginnings and ends first; between them the rows that each side
 * has just once, in the longest order that both have (patience sorting, as Bram Cohen's diff); where there are none in a
 * long stretch, the shortest edit script, if that is short; and what is left between those by likeness. The work is bounded:
 * past the bound, rows are paired by their places.
 */
final class RowAlignment {

    private static final int MOST_DEPTH = 8;
    /** From so many pairs of rows on, likeness would cost too much. */
    private static final long LONG = 1_000_000;

    private final RowSketches before;
    private final RowSketches after;
    private final LineMap.Builder pairs = new LineMap.Builder();
    /** Comparisons that may still be made for likeness. */
    private long budget = 40_000_000;

    private RowAlignment(RowSketches before, RowSketches after) {
        this.before = before;
        this.after = after;
    }

    static LineMap of(RowSketches before, RowSketches after) {
        RowAlignment alignment = new RowAlignment(before, after);
        alignment.align(1, before.last() + 1, 1, after.last() + 1, 0);
        return alignment.pairs.build(before.last(), after.last(), CellRange.ROWS);
    }

    private void align(int oldFrom, int oldTo, int newFrom, int newTo, int depth) {
        int olds = oldFrom;
        int news = newFrom;
        while (olds < oldTo && news < newTo && before.content(olds) == after.content(news)) {
            pairs.pair(olds++, news++);
        }
        int oldEnd = oldTo;
        int newEnd = newTo;
        while (oldEnd > olds && newEnd > news && before.content(oldEnd - 1) == after.content(newEnd - 1)) {
            oldEnd--;
            newEnd--;
        }
        between(olds, oldEnd, news, newEnd, depth);
        Alignment.inPlace(oldEnd, oldTo, newEnd, newTo, pairs);
    }

    private void between(int oldFrom, int oldTo, int newFrom, int newTo, int depth) {
        if (oldFrom == oldTo || newFrom == newTo) {
            return;
        }
        int[] anchors = depth < MOST_DEPTH ? anchors(oldFrom, oldTo, newFrom, newTo) : new int[0];
        if (anchors.length == 0) {
            if ((long) (oldTo - oldFrom) * (newTo - newFrom) > LONG) {
                byEdits(oldFrom, oldTo, newFrom, newTo);
            } else {
                byLikeness(oldFrom, oldTo, newFrom, newTo);
            }
            return;
        }
        int oldAt = oldFrom;
        int newAt = newFrom;
        for (int index = 0; index < anchors.length; index += 2) {
            align(oldAt, anchors[index], newAt, anchors[index + 1], depth + 1);
            pairs.pair(anchors[index], anchors[index + 1]);
            oldAt = anchors[index] + 1;
            newAt = anchors[index + 1] + 1;
        }
        align(oldAt, oldTo, newAt, newTo, depth + 1);
    }

    /** Rows of which none is alone, such as blocks of the same formulas again and again. */
    private void byEdits(int oldFrom, int oldTo, int newFrom, int newTo) {
        int[] kept = EditScript.kept(
                oldTo - oldFrom,
                newTo - newFrom,
                (oldRow, newRow) -> before.content(oldFrom + oldRow) == after.content(newFrom + newRow));
        int oldAt = oldFrom;
        int newAt = newFrom;
        for (int run = 0; run < kept.length; run += 3) {
            byLikeness(oldAt, oldFrom + kept[run], newAt, newFrom + kept[run + 1]);
            oldAt = oldFrom + kept[run] + kept[run + 2];
            newAt = newFrom + kept[run + 1] + kept[run + 2];
            Alignment.inPlace(oldFrom + kept[run], oldAt, newFrom + kept[run + 1], newAt, pairs);
        }
        byLikeness(oldAt, oldTo, newAt, newTo);
    }

    private void byLikeness(int oldFrom, int oldTo, int newFrom, int newTo) {
        long cost = (long) (oldTo - oldFrom) * (newTo - newFrom);
        if (cost > budget) {
            Alignment.inPlace(oldFrom, oldTo, newFrom, newTo, pairs);
            return;
        }
        budget -= cost;
        Alignment.pair(
                oldFrom, oldTo, newFrom, newTo, (oldRow, newRow) -> before.likeness(oldRow, after, newRow), pairs);
    }

    /** Old and new row in turn, both growing: rows that are equal, and alone so on either side. */
    private int[] anchors(int oldFrom, int oldTo, int newFrom, int newTo) {
        int[] olds = onlyOnes(before, oldFrom, oldTo);
        int[] news = onlyOnes(after, newFrom, newTo);
        int[] partners = new int[newTo - newFrom];
        int found = 0;
        for (int oldAt = 0, newAt = 0; oldAt < olds.length && newAt < news.length; ) {
            int order = Long.compare(before.content(olds[oldAt]), after.content(news[newAt]));
            if (order == 0) {
                partners[news[newAt] - newFrom] = olds[oldAt];
                found++;
            }
            oldAt += order <= 0 ? 1 : 0;
            newAt += order >= 0 ? 1 : 0;
        }
        return found == 0 ? new int[0] : longestGrowing(partners, newFrom, found);
    }

    /** Rows whose content no other row of that range has, sorted by it; not blank ones. */
    private static int[] onlyOnes(RowSketches rows, int from, int to) {
        long[] contents = new long[to - from];
        for (int row = from; row < to; row++) {
            contents[row - from] = rows.content(row);
        }
        Arrays.sort(contents);
        int[] only = new int[to - from];
        int count = 0;
        for (int row = from; row < to; row++) {
            long content = rows.content(row);
            int place = content == 0 ? -1 : Arrays.binarySearch(contents, content);
            if (place >= 0
                    && (place == 0 || contents[place - 1] != content)
                    && (place + 1 == contents.length || contents[place + 1] != content)) {
                // By its place in the order, so that no second sort is needed.
                only[place] = row;
                count++;
            }
        }
        int[] sorted = new int[count];
        int next = 0;
        for (int row : only) {
            if (row != 0) {
                sorted[next++] = row;
            }
        }
        return sorted;
    }

    private static int[] longestGrowing(int[] partners, int newFrom, int found) {
        int[] tails = new int[found];
        int[] previous = new int[partners.length];
        int length = 0;
        for (int at = 0; at < partners.length; at++) {
            if (partners[at] == 0) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (partners[tails[middle]] < partners[at]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[at] = low == 0 ? -1 : tails[low - 1];
            tails[low] = at;
            length = Math.max(length, low + 1);
        }
        int[] anchors = new int[2 * length];
        int at = tails[length - 1];
        for (int index = length - 1; index >= 0; index--) {
            anchors[2 * index] = partners[at];
            anchors[2 * index + 1] = newFrom + at;
            at = previous[at];
        }
        return anchors;
    }
}
