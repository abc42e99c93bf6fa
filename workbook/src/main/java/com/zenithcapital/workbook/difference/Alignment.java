package com.zenithcapital.workbook.difference;

/**
 * Pairs two short sequences so that the sum of the pairs' likeness is greatest (Needleman and Wunsch, 1970). What stays
 * alone between two pairs goes with its counterpart where both sides have equally many: it was changed in place.
 */
final class Alignment {

    /** Cells of the table; beyond, lines are paired by their places. */
    private static final long MOST_CELLS = 4_000_000;

    private static final byte PAIR = 0;
    private static final byte SKIP_OLD = 1;
    private static final byte SKIP_NEW = 2;

    /** How alike an old and a new line are: 0, nothing that speaks for their being the same one, or more. */
    interface Likeness {

        double of(int oldLine, int newLine);
    }

    private Alignment() {}

    /** Pairs lines {@code oldFrom} to {@code oldTo} with {@code newFrom} to {@code newTo}, ends excluded. */
    static void pair(int oldFrom, int oldTo, int newFrom, int newTo, Likeness likeness, LineMap.Builder pairs) {
        int olds = oldTo - oldFrom;
        int news = newTo - newFrom;
        if (olds == 0 || news == 0) {
            return;
        }
        if ((long) (olds + 1) * (news + 1) > MOST_CELLS) {
            inPlace(oldFrom, oldTo, newFrom, newTo, pairs);
            return;
        }
        byte[] steps = steps(oldFrom, olds, newFrom, news, likeness);
        int oldDone = 0;
        int newDone = 0;
        int oldAt = 0;
        int newAt = 0;
        while (oldAt < olds && newAt < news) {
            switch (steps[oldAt * (news + 1) + newAt]) {
                case SKIP_OLD -> oldAt++;
                case SKIP_NEW -> newAt++;
                default -> {
                    changedInPlace(oldFrom + oldDone, oldFrom + oldAt, newFrom + newDone, newFrom + newAt, pairs);
                    pairs.pair(oldFrom + oldAt++, newFrom + newAt++);
                    oldDone = oldAt;
                    newDone = newAt;
                }
            }
        }
        changedInPlace(oldFrom + oldDone, oldTo, newFrom + newDone, newTo, pairs);
    }

    /** The best step from each place on, where the rest is aligned as well as can be. */
    private static byte[] steps(int oldFrom, int olds, int newFrom, int news, Likeness likeness) {
        byte[] steps = new byte[(olds + 1) * (news + 1)];
        double[] below = new double[news + 1];
        double[] row = new double[news + 1];
        for (int oldAt = olds - 1; oldAt >= 0; oldAt--) {
            row[news] = 0;
            for (int newAt = news - 1; newAt >= 0; newAt--) {
                double alike = likeness.of(oldFrom + oldAt, newFrom + newAt);
                double best = alike > 0 ? below[newAt + 1] + alike : Double.NEGATIVE_INFINITY;
                byte step = PAIR;
                if (below[newAt] > best) {
                    best = below[newAt];
                    step = SKIP_OLD;
                }
                if (row[newAt + 1] > best) {
                    best = row[newAt + 1];
                    step = SKIP_NEW;
                }
                row[newAt] = best;
                steps[oldAt * (news + 1) + newAt] = step;
            }
            double[] done = row;
            row = below;
            below = done;
        }
        return steps;
    }

    private static void changedInPlace(int oldFrom, int oldTo, int newFrom, int newTo, LineMap.Builder pairs) {
        if (oldTo - oldFrom == newTo - newFrom) {
            inPlace(oldFrom, oldTo, newFrom, newTo, pairs);
        }
    }

    /** Line by line, as far as both sides reach. */
    static void inPlace(int oldFrom, int oldTo, int newFrom, int newTo, LineMap.Builder pairs) {
        int count = Math.min(oldTo - oldFrom, newTo - newFrom);
        for (int line = 0; line < count; line++) {
            pairs.pair(oldFrom + line, newFrom + line);
        }
    }
}
