package com.zenithcapital.workbook.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shortest way from one sequence to another by deleting and inserting (Myers, "An O(ND) difference algorithm and its
 * variations", 1986), if it is short: long sequences that are nearly the same are aligned in no time, however often their
 * elements repeat. Others are given up early.
 */
final class EditScript {

    /** Deleted and inserted elements; each one more costs memory for all ways of that length. */
    private static final int MOST_EDITS = 1_000;

    /** Elements compared; past it, the sequences are too little alike for their length. */
    private static final long MOST_COMPARISONS = 20_000_000;

    /** Whether two elements are the same; both counted from 0. */
    interface Same {

        boolean are(int before, int after);
    }

    private final int before;
    private final int after;
    private final Same same;
    /** For each number of edits and each diagonal, how far along the old sequence one comes with them. */
    private final List<int[]> reached = new ArrayList<>();
    /** Start in the old and in the new sequence and length, in turn, of what both have; the last first. */
    private int[] runs = new int[0];

    private EditScript(int before, int after, Same same) {
        this.before = before;
        this.after = after;
        this.same = same;
    }

    /**
     * What stays: start in the old sequence, start in the new one, length, and so on, growing. Empty where nothing does, or
     * the way is too long.
     */
    static int[] kept(int before, int after, Same same) {
        EditScript script = new EditScript(before, after, same);
        return script.isFound() ? script.wayBack() : new int[0];
    }

    private boolean isFound() {
        long compared = 0;
        for (int edits = Math.abs(before - after) > MOST_EDITS ? MOST_EDITS + 1 : 0; edits <= MOST_EDITS; edits++) {
            int[] furthest = new int[2 * edits + 1];
            reached.add(furthest);
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                int start = start(edits, diagonal);
                int at = start;
                while (at < before && at - diagonal < after && same.are(at, at - diagonal)) {
                    at++;
                }
                furthest[diagonal + edits] = at;
                if (at >= before && at - diagonal >= after) {
                    return true;
                }
                compared += at - start + 1;
            }
            if (compared > MOST_COMPARISONS) {
                return false;
            }
        }
        return false;
    }

    /** Where one stands on a diagonal just after the last of so many edits. */
    private int start(int edits, int diagonal) {
        if (edits == 0) {
            return 0;
        }
        int from = from(edits, diagonal);
        int at = reached.get(edits - 1)[from + edits - 1];
        return from < diagonal ? at + 1 : at;
    }

    /** The diagonal before the last edit: the one above for an insertion, the one below for a deletion. */
    private int from(int edits, int diagonal) {
        int[] furthest = reached.get(edits - 1);
        int middle = edits - 1;
        boolean inserted = diagonal == -edits
                || (diagonal != edits && furthest[diagonal - 1 + middle] < furthest[diagonal + 1 + middle]);
        return inserted ? diagonal + 1 : diagonal - 1;
    }

    private int[] wayBack() {
        int count = 0;
        int diagonal = before - after;
        for (int edits = reached.size() - 1; edits >= 0; edits--) {
            int end = reached.get(edits)[diagonal + edits];
            int start = start(edits, diagonal);
            if (end > start) {
                if (count + 3 > runs.length) {
                    runs = Arrays.copyOf(runs, 2 * runs.length + 24);
                }
                runs[count++] = start;
                runs[count++] = start - diagonal;
                runs[count++] = end - start;
            }
            diagonal = edits == 0 ? diagonal : from(edits, diagonal);
        }
        int[] growing = new int[count];
        for (int run = 0; run < count; run += 3) {
            System.arraycopy(runs, run, growing, count - 3 - run, 3);
        }
        return growing;
    }
}
