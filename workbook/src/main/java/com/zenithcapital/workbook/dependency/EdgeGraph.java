package com.zenithcapital.workbook.dependency;

import java.util.Arrays;

/** A graph whose edges are all at hand. */
final class EdgeGraph implements StrongComponents.Graph {

    private final int nodes;
    /** By node, where its edges begin; at the end their number. */
    private final int[] starts;

    private final int[] targets;
    /** The edges' numbers as they were given, in the order of their nodes. */
    private final int[] order;

    private int[] nodeAt = new int[16];
    private int[] edgeAt = new int[16];

    EdgeGraph(int nodes, int[] from, int[] to) {
        this.nodes = nodes;
        starts = new int[nodes + 1];
        for (int node : from) {
            starts[node + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            starts[node + 1] += starts[node];
        }
        int[] filled = starts.clone();
        targets = new int[to.length];
        order = new int[to.length];
        for (int edge = 0; edge < to.length; edge++) {
            int at = filled[from[edge]]++;
            targets[at] = to[edge];
            order[at] = edge;
        }
    }

    @Override
    public int nodes() {
        return nodes;
    }

    /** Where the edges of a node begin in the order of nodes. */
    int start(int node) {
        return starts[node];
    }

    int end(int node) {
        return starts[node + 1];
    }

    /** The number of the edge at this place of that order, as it was given. */
    int edge(int place) {
        return order[place];
    }

    int target(int place) {
        return targets[place];
    }

    @Override
    public void enter(int depth, int node) {
        if (depth == nodeAt.length) {
            nodeAt = Arrays.copyOf(nodeAt, depth * 2);
            edgeAt = Arrays.copyOf(edgeAt, depth * 2);
        }
        nodeAt[depth] = node;
        edgeAt[depth] = starts[node];
    }

    @Override
    public int next(int depth) {
        return edgeAt[depth] < starts[nodeAt[depth] + 1] ? targets[edgeAt[depth]++] : NO_MORE;
    }
}
