package com.zenithcapital.workbook.dependency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proves of blocks that refer to each other in a circle that their cells do not, where an order shows it: if everything
 * read lies in earlier columns or the same one, a circle of cells stays within a column, and only the references that
 * may do so are left to look at. A corkscrew, a running total, a recursion from the end: each is settled so, whatever
 * its length. What is left is then parted into smaller circles of blocks and looked at again, by rows too.
 */
final class OrderProof {

    private static final int[] WAYS = {References.COLUMNS, References.ROWS};

    private final BlockEdges edges;
    private final Budget budget;

    OrderProof(BlockEdges edges, Budget budget) {
        this.edges = edges;
        this.budget = budget;
    }

    /** Edges of which circles of cells may consist, each array apart from the others; null where it takes too long. */
    @Nullable
    List<int[]> left() {
        List<int[]> left = new ArrayList<>();
        Deque<int[]> open = new ArrayDeque<>();
        int[] all = new int[edges.count()];
        Arrays.setAll(all, edge -> edge);
        open.push(all);
        while (!open.isEmpty()) {
            int[] next = open.pop();
            if (!budget.spend(next.length)) {
                return null;
            }
            for (int[] circle : circles(next)) {
                int[] rest = circle;
                int way = 0;
                while (way < WAYS.length && rest == circle) {
                    rest = level(circle, WAYS[way++]);
                }
                if (rest == circle) {
                    left.add(circle);
                } else if (rest.length > 0) {
                    open.push(rest);
                }
            }
        }
        return left;
    }

    /** Those that may stay in their line, where all others lead one way; the same array where that shows nothing. */
    private int[] level(int[] circle, int way) {
        int before = 0;
        int after = 0;
        boolean known = true;
        for (int edge : circle) {
            known &= edges.isLevel(edge, way);
            before = Math.min(before, edges.before(edge, way));
            after = Math.max(after, edges.after(edge, way));
        }
        if (known || (before < 0 && after > 0)) {
            return circle;
        }
        int[] rest = new int[circle.length];
        int count = 0;
        for (int edge : circle) {
            if (edges.before(edge, way) <= 0 && edges.after(edge, way) >= 0) {
                edges.level(edge, way);
                if (!edges.isOwn(edge)) {
                    rest[count++] = edge;
                }
            }
        }
        return Arrays.copyOf(rest, count);
    }

    /** The edges that lie on circles of blocks, by component. */
    private Iterable<int[]> circles(int[] some) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int edge : some) {
            numbers.putIfAbsent(edges.from(edge), numbers.size());
            numbers.putIfAbsent(edges.to(edge), numbers.size());
        }
        int[] from = new int[some.length];
        int[] to = new int[some.length];
        for (int at = 0; at < some.length; at++) {
            from[at] = numbers.getOrDefault(edges.from(some[at]), 0);
            to[at] = numbers.getOrDefault(edges.to(some[at]), 0);
        }
        int[] components = StrongComponents.of(new EdgeGraph(numbers.size(), from, to));
        if (components == null) {
            throw new IllegalStateException("a graph of this kind has an end");
        }
        int count = StrongComponents.count(components);
        int[] sizes = new int[count];
        for (int at = 0; at < some.length; at++) {
            if (components[from[at]] == components[to[at]]) {
                sizes[components[from[at]]]++;
            }
        }
        int[][] circles = new int[count][];
        int[] filled = new int[count];
        for (int at = 0; at < some.length; at++) {
            int component = components[from[at]];
            if (component == components[to[at]]) {
                if (filled[component] == 0) {
                    circles[component] = new int[sizes[component]];
                }
                circles[component][filled[component]++] = some[at];
            }
        }
        List<int[]> found = new ArrayList<>();
        for (int component = 0; component < count; component++) {
            if (sizes[component] > 0) {
                found.add(circles[component]);
            }
        }
        return found;
    }
}
