package com.zenithcapital.content.body;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which lines of two texts are the same one. Lines that occur once on either side are the anchors (Bram Cohen's
 * patience diff), found in n log n whatever the texts are; what lies between two anchors is given to Myers' algorithm,
 * whose time grows with the square, as long as there is a budget for it.
 *
 * @param matches rising on both sides
 * @param coarse whether the budget ran out
 */
record Matching(List<Match> matches, boolean coarse) {

    /** Line indexes, from 0. */
    record Match(int before, int after) {}

    /** Steps of Myers' algorithm in the worst case: some tenths of a second. */
    private static final long BUDGET = 20_000_000;

    Matching {
        matches = List.copyOf(matches);
    }

    static Matching of(List<String> before, List<String> after) {
        Search search = new Search(before, after);
        int left = 0;
        int right = 0;
        for (Match anchor : anchors(before, after)) {
            search.between(left, anchor.before(), right, anchor.after());
            search.matches.add(anchor);
            left = anchor.before() + 1;
            right = anchor.after() + 1;
        }
        search.between(left, before.size(), right, after.size());
        return new Matching(search.matches, search.coarse);
    }

    private static List<Match> anchors(List<String> before, List<String> after) {
        Map<String, Integer> once = once(after);
        Map<String, Integer> onceBefore = once(before);
        List<Match> candidates = new ArrayList<>();
        for (int at = 0; at < before.size(); at++) {
            Integer there = once.getOrDefault(before.get(at), -1);
            if (there >= 0 && onceBefore.getOrDefault(before.get(at), -1) == at) {
                candidates.add(new Match(at, there));
            }
        }
        return longestRising(candidates);
    }

    /** The index of each line, -1 where it occurs again. */
    private static Map<String, Integer> once(List<String> lines) {
        Map<String, Integer> once = HashMap.newHashMap(lines.size());
        for (int at = 0; at < lines.size(); at++) {
            once.merge(lines.get(at), at, (first, again) -> -1);
        }
        return once;
    }

    /** The longest part, in order, that rises on the second side as well; patience sorting finds it. */
    private static List<Match> longestRising(List<Match> candidates) {
        int[] lastOf = new int[candidates.size()];
        int[] previous = new int[candidates.size()];
        int piles = 0;
        for (int at = 0; at < candidates.size(); at++) {
            int pile = pile(candidates, lastOf, piles, candidates.get(at).after());
            previous[at] = pile == 0 ? -1 : lastOf[pile - 1];
            lastOf[pile] = at;
            piles = Math.max(piles, pile + 1);
        }
        Match[] rising = new Match[piles];
        int at = piles == 0 ? -1 : lastOf[piles - 1];
        for (int place = piles - 1; place >= 0; place--) {
            rising[place] = candidates.get(at);
            at = previous[at];
        }
        return Arrays.asList(rising);
    }

    private static int pile(List<Match> candidates, int[] lastOf, int piles, int after) {
        int low = 0;
        int high = piles;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candidates.get(lastOf[middle]).after() < after) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Fills the gaps between anchors. */
    private static final class Search {

        private final List<String> before;
        private final List<String> after;
        private final List<Match> matches = new ArrayList<>();
        private long budget = BUDGET;
        private boolean coarse;

        Search(List<String> before, List<String> after) {
            this.before = before;
            this.after = after;
        }

        void between(int left, int leftEnd, int right, int rightEnd) {
            int head = 0;
            while (left + head < leftEnd
                    && right + head < rightEnd
                    && before.get(left + head).equals(after.get(right + head))) {
                matches.add(new Match(left + head, right + head));
                head++;
            }
            int tail = 0;
            while (leftEnd - tail > left + head
                    && rightEnd - tail > right + head
                    && before.get(leftEnd - tail - 1).equals(after.get(rightEnd - tail - 1))) {
                tail++;
            }
            closely(left + head, leftEnd - tail, right + head, rightEnd - tail);
            for (int at = tail; at > 0; at--) {
                matches.add(new Match(leftEnd - at, rightEnd - at));
            }
        }

        private void closely(int left, int leftEnd, int right, int rightEnd) {
            List<Integer> lefts = common(before, left, leftEnd, after.subList(right, rightEnd));
            List<Integer> rights = common(after, right, rightEnd, before.subList(left, leftEnd));
            if (lefts.isEmpty()) {
                return;
            }
            long size = (long) lefts.size() + rights.size();
            if (size * size > budget) {
                coarse = true;
                return;
            }
            budget -= size * size;
            List<AbstractDelta<String>> deltas = DiffUtils.diff(
                            texts(before, lefts), texts(after, rights), new MyersDiffWithLinearSpace<>(), null, true)
                    .getDeltas();
            for (AbstractDelta<String> delta : deltas) {
                if (delta.getType() == DeltaType.EQUAL) {
                    for (int at = 0; at < delta.getSource().size(); at++) {
                        matches.add(new Match(
                                lefts.get(delta.getSource().getPosition() + at),
                                rights.get(delta.getTarget().getPosition() + at)));
                    }
                }
            }
        }

        /** Which lines occur in the other text at all: only they can have stayed. */
        private static List<Integer> common(List<String> lines, int start, int end, List<String> other) {
            Set<String> known = new HashSet<>(other);
            List<Integer> common = new ArrayList<>();
            for (int at = start; at < end; at++) {
                if (known.contains(lines.get(at))) {
                    common.add(at);
                }
            }
            return common;
        }

        private static List<String> texts(List<String> lines, List<Integer> indexes) {
            return indexes.stream().map(lines::get).toList();
        }
    }
}
