package com.zenithcapital.workbook.dependency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of some blocks, with an edge to each cell of them that a formula reads, but to itself. */
final class CellGraph implements StrongComponents.Graph {

    private final BlockGraph graph;
    private final BlockEdges edges;
    private final Budget budget;
    private final int[] numbers;
    /** By block, in the order in which this graph has them: its node, its sheet, its number there. */
    private final int[] nodes;

    private final int[] sheets;
    private final int[] blocks;
    /** By block, the number of its first cell; at the end how many cells there are. */
    private final int[] firstCells;

    private final EdgeGraph byBlock;
    private final Area area = new Area();

    private int[] cellAt = new int[16];
    private int[] blockAt = new int[16];
    private int[] edgeAt = new int[16];
    private int[] targetAt = new int[16];

    /** Of these edges' blocks. */
    private CellGraph(
            BlockGraph graph,
            BlockEdges edges,
            int[] circle,
            Map<Integer, Integer> known,
            int[] firstCells,
            Budget budget) {
        this.graph = graph;
        this.edges = edges;
        this.budget = budget;
        this.numbers = circle;
        this.firstCells = firstCells;
        nodes = new int[known.size()];
        known.forEach((node, block) -> nodes[block] = node);
        sheets = Arrays.stream(nodes).map(graph::sheet).toArray();
        blocks = new int[nodes.length];
        Arrays.setAll(blocks, block -> graph.block(nodes[block], sheets[block]));
        int[] from = Arrays.stream(circle)
                .map(edge -> known.getOrDefault(edges.from(edge), 0))
                .toArray();
        int[] to = Arrays.stream(circle)
                .map(edge -> known.getOrDefault(edges.to(edge), 0))
                .toArray();
        byBlock = new EdgeGraph(nodes.length, from, to);
    }

    /** Null where there are more cells than that. */
    @Nullable
    static CellGraph of(BlockGraph graph, BlockEdges edges, int[] circle, int mostCells, Budget budget) {
        Map<Integer, Integer> known = new HashMap<>();
        int[] firstCells = new int[16];
        long cells = 0;
        for (int edge : circle) {
            for (int node : new int[] {edges.from(edge), edges.to(edge)}) {
                if (known.putIfAbsent(node, known.size()) != null) {
                    continue;
                }
                int sheet = graph.sheet(node);
                cells += graph.formulas(sheet).blocks().cells(graph.block(node, sheet));
                if (cells > mostCells) {
                    return null;
                }
                if (known.size() == firstCells.length) {
                    firstCells = Arrays.copyOf(firstCells, known.size() * 2);
                }
                firstCells[known.size()] = (int) cells;
            }
        }
        return new CellGraph(graph, edges, circle, known, Arrays.copyOf(firstCells, known.size() + 1), budget);
    }

    @Override
    public int nodes() {
        return firstCells[firstCells.length - 1];
    }

    /** The block of a cell, by its number in this graph. */
    private int blockOf(int cell) {
        int at = Arrays.binarySearch(firstCells, cell);
        return at >= 0 ? at : -at - 2;
    }

    /** The node of the block that a cell lies in. */
    int nodeOf(int cell) {
        return nodes[blockOf(cell)];
    }

    /** A cell by its place in the workbook. */
    Place place(int cell) {
        int block = blockOf(cell);
        return new Place(sheets[block], row(block, cell), column(block, cell));
    }

    private int row(int block, int cell) {
        return in(block).top(blocks[block]) + (cell - firstCells[block]) / width(block);
    }

    private int column(int block, int cell) {
        return in(block).left(blocks[block]) + (cell - firstCells[block]) % width(block);
    }

    private int width(int block) {
        return in(block).right(blocks[block]) - in(block).left(blocks[block]) + 1;
    }

    private Blocks in(int block) {
        return graph.formulas(sheets[block]).blocks();
    }

    @Override
    public void enter(int depth, int cell) {
        if (depth == cellAt.length) {
            cellAt = Arrays.copyOf(cellAt, depth * 2);
            blockAt = Arrays.copyOf(blockAt, depth * 2);
            edgeAt = Arrays.copyOf(edgeAt, depth * 2);
            targetAt = Arrays.copyOf(targetAt, depth * 2);
        }
        int block = blockOf(cell);
        cellAt[depth] = cell;
        blockAt[depth] = block;
        edgeAt[depth] = byBlock.start(block);
        targetAt[depth] = 0;
    }

    @Override
    public int next(int depth) {
        int cell = cellAt[depth];
        int block = blockAt[depth];
        int row = row(block, cell);
        int column = column(block, cell);
        References references = graph.formulas(sheets[block]).references();
        while (edgeAt[depth] < byBlock.end(block)) {
            if (!budget.spend(1)) {
                return EXHAUSTED;
            }
            int target = byBlock.target(edgeAt[depth]);
            int reference = edges.reference(numbers[byBlock.edge(edgeAt[depth])]);
            if (references.read(reference, row, column, row, column, area)) {
                area.cut(in(target), blocks[target]);
                while (targetAt[depth] < area.cells()) {
                    int offset = targetAt[depth]++;
                    int wide = area.right - area.left + 1;
                    int at = (area.top - in(target).top(blocks[target]) + offset / wide) * width(target)
                            + (area.left - in(target).left(blocks[target]) + offset % wide);
                    int found = firstCells[target] + at;
                    if (found != cell) {
                        return found;
                    }
                }
            }
            edgeAt[depth]++;
            targetAt[depth] = 0;
        }
        return NO_MORE;
    }

    /** The cells on a shortest way from a cell back to itself within its component; empty where it was not found in time. */
    List<Place> circle(int start, int[] components) {
        int[] cameFrom = new int[nodes()];
        Arrays.fill(cameFrom, -1);
        int[] queue = new int[nodes()];
        int head = 0;
        int tail = 0;
        queue[tail++] = start;
        while (head < tail) {
            int cell = queue[head++];
            enter(0, cell);
            int next = next(0);
            while (next >= 0) {
                if (next == start) {
                    return way(cell, start, cameFrom);
                }
                if (components[next] == components[start] && cameFrom[next] < 0) {
                    cameFrom[next] = cell;
                    queue[tail++] = next;
                }
                next = next(0);
            }
            if (next == EXHAUSTED) {
                return List.of();
            }
        }
        return List.of();
    }

    private List<Place> way(int last, int start, int[] cameFrom) {
        List<Place> way = new ArrayList<>();
        for (int cell = last; cell != start; cell = cameFrom[cell]) {
            way.add(place(cell));
        }
        Collections.reverse(way);
        return way;
    }
}
