package com.zenithcapital.workbook.dependency;

import java.util.Arrays;

/** Edges between blocks, each with the reference that makes it. */
final class BlockEdges {

    private final BlockGraph graph;
    private final int most;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] reference = new int[64];
    /** By edge, a bit for each way in which only cells of one and the same line count any more. */
    private byte[] level = new byte[64];

    private int count;

    BlockEdges(BlockGraph graph, int most) {
        this.graph = graph;
        this.most = most;
    }

    void clear() {
        count = 0;
    }

    /** False where there are too many. */
    boolean add(int fromNode, int toNode, int by) {
        if (count == most) {
            return false;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            reference = Arrays.copyOf(reference, count * 2);
            level = Arrays.copyOf(level, count * 2);
        }
        from[count] = fromNode;
        to[count] = toNode;
        reference[count] = by;
        level[count] = 0;
        count++;
        return true;
    }

    int count() {
        return count;
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    int reference(int edge) {
        return reference[edge];
    }

    void level(int edge, int way) {
        level[edge] |= (byte) (1 << way);
    }

    boolean isLevel(int edge, int way) {
        return (level[edge] & (1 << way)) != 0;
    }

    /** Whether it only leads from each cell to itself; those are looked for apart. */
    boolean isOwn(int edge) {
        return from[edge] == to[edge]
                && before(edge, References.ROWS) == 0
                && after(edge, References.ROWS) == 0
                && before(edge, References.COLUMNS) == 0
                && after(edge, References.COLUMNS) == 0;
    }

    /** By how many lines what is read lies below (or right of) the formula, at least; less than 0 is above. */
    int before(int edge, int way) {
        return isLevel(edge, way) ? 0 : distance(edge, way, true);
    }

    /** The same, at most. */
    int after(int edge, int way) {
        return isLevel(edge, way) ? 0 : distance(edge, way, false);
    }

    private int distance(int edge, int way, boolean before) {
        int sheet = graph.sheet(from[edge]);
        int block = graph.block(from[edge], sheet);
        SheetFormulas formulas = graph.formulas(sheet);
        Blocks own = formulas.blocks();
        int otherSheet = graph.sheet(to[edge]);
        int other = graph.block(to[edge], otherSheet);
        Blocks others = graph.formulas(otherSheet).blocks();
        boolean rows = way == References.ROWS;
        int first = rows ? own.top(block) : own.left(block);
        int last = rows ? own.bottom(block) : own.right(block);
        int low = rows ? others.top(other) : others.left(other);
        int high = rows ? others.bottom(other) : others.right(other);
        References references = formulas.references();
        return before
                ? references.furthestBefore(reference[edge], way, first, last, low, high)
                : references.furthestAfter(reference[edge], way, first, last, low, high);
    }
}
