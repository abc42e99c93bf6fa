package com.zenithcapital.workbook.dependency;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which nodes of a graph lie on a circle together (R. Tarjan, 1972), without recursion. */
final class StrongComponents {

    /** A graph whose edges are found when they are asked for. */
    interface Graph {

        int NO_MORE = -1;

        /** Too much was asked for. */
        int EXHAUSTED = -2;

        int nodes();

        /** Begins to go through the edges of a node; until the next depth is left again, this one is not asked. */
        void enter(int depth, int node);

        /** Where the next edge of the node at this depth leads, {@link #NO_MORE} or {@link #EXHAUSTED}. */
        int next(int depth);
    }

    private static final int UNSEEN = 0;

    private final Graph graph;
    /** Of a node in no component yet: the earliest node on the stack that it leads to, from 1; else the component, negative. */
    private final int[] low;

    private final int[] numbers;
    private final int[] stack;
    private final int[] path;
    private int seen;
    private int top;
    private int components;

    private StrongComponents(Graph graph) {
        this.graph = graph;
        low = new int[graph.nodes()];
        numbers = new int[graph.nodes()];
        stack = new int[graph.nodes()];
        path = new int[graph.nodes()];
    }

    /** By node the number of its component; null where the graph was exhausted. */
    static int @Nullable [] of(Graph graph) {
        StrongComponents components = new StrongComponents(graph);
        for (int node = 0; node < graph.nodes(); node++) {
            if (components.low[node] == UNSEEN && !components.follow(node)) {
                return null;
            }
        }
        for (int node = 0; node < graph.nodes(); node++) {
            components.low[node] = -1 - components.low[node];
        }
        return components.low;
    }

    /** How many components the numbers tell of. */
    static int count(int[] components) {
        return Arrays.stream(components).max().orElse(-1) + 1;
    }

    private boolean follow(int root) {
        int depth = 0;
        enter(depth, root);
        while (depth >= 0) {
            int node = path[depth];
            int next = graph.next(depth);
            if (next == Graph.EXHAUSTED) {
                return false;
            }
            if (next == Graph.NO_MORE) {
                close(node);
                depth--;
                if (depth >= 0 && low[node] > 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[node]);
                }
            } else if (low[next] == UNSEEN) {
                depth++;
                enter(depth, next);
            } else if (low[next] > 0) {
                low[node] = Math.min(low[node], numbers[next]);
            }
        }
        return true;
    }

    private void enter(int depth, int node) {
        path[depth] = node;
        low[node] = ++seen;
        numbers[node] = seen;
        stack[top++] = node;
        graph.enter(depth, node);
    }

    /** A node that leads to none before it is the first of its component. */
    private void close(int node) {
        if (low[node] != numbers[node]) {
            return;
        }
        components++;
        int member;
        do {
            member = stack[--top];
            low[member] = -components;
        } while (member != node);
    }
}
