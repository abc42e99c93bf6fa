package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.sheet.CellRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds formulas that depend on their own result. Blocks that refer to each other in a circle are many in every model,
 * for a month is calculated from the one before; what an order of columns or rows does not settle is searched cell by
 * cell. Nothing is claimed that was not seen so; past a bound nothing is said of these cells.
 */
final class CircularReferences {

    /** How much is looked at. Honest workbooks of 50 MB take a small part of it. */
    record Limits(long blockSteps, int edges, long proofSteps, int cells, long cellSteps) {

        static final Limits DEFAULT = new Limits(40_000_000, 300_000, 4_000_000, 250_000, 20_000_000);
    }

    private static final int NONE = -1;

    /** Circles that are shown as a way through cells. */
    private static final int MOST_WAYS = 50;

    /** Cells whose formula refers to the cell itself. */
    record Own(int sheet, CellRange range) {}

    /**
     * Circles of one kind: they begin in the same block and have as many cells.
     *
     * @param start the first cell of the first circle
     * @param ranges the first cells of all
     * @param way of the first, the cells between the start and itself; empty where it is not known
     */
    record Loops(Place start, List<CellRange> ranges, List<Place> way) {}

    private record Kind(int node, int cells) {}

    /** The first cells of circles of one kind, as they come row by row. */
    private static final class Starts {

        private final int first;
        private final Blocks blocks = new Blocks(new Allowance(Long.MAX_VALUE));
        private int row;
        private int left;
        private int right;

        private Starts(int first) {
            this.first = first;
        }

        void add(Place place) {
            if (place.row() == row && place.column() == right + 1) {
                right++;
                return;
            }
            end();
            row = place.row();
            left = place.column();
            right = left;
        }

        private void end() {
            if (row > 0) {
                blocks.add(row, left, right, 0);
            }
        }

        List<CellRange> ranges() {
            end();
            row = 0;
            return IntStream.range(0, blocks.count()).mapToObj(blocks::range).toList();
        }
    }

    private final List<@Nullable SheetFormulas> sheets;
    private final Limits limits;
    private final Budget proofSteps;
    private final Budget cellSteps;
    private final List<Own> own = new ArrayList<>();
    private final List<Loops> loops = new ArrayList<>();
    private boolean complete = true;
    private int ways;

    CircularReferences(List<@Nullable SheetFormulas> sheets, Limits limits) {
        this.sheets = sheets;
        this.limits = limits;
        this.proofSteps = new Budget(limits.proofSteps());
        this.cellSteps = new Budget(limits.cellSteps());
    }

    void find() {
        for (int place = 0; place < sheets.size(); place++) {
            SheetFormulas formulas = sheets.get(place);
            if (formulas != null) {
                findOwn(place, formulas);
            }
        }
        BlockGraph graph = new BlockGraph(sheets, new Budget(limits.blockSteps()));
        int[] components = StrongComponents.of(graph);
        if (components == null) {
            complete = false;
            return;
        }
        BlockEdges edges = new BlockEdges(graph, limits.edges());
        int[] order = byComponent(components);
        int start = 0;
        while (start < order.length) {
            int end = start + 1;
            while (end < order.length && components[order[end]] == components[order[start]]) {
                end++;
            }
            boolean whole = readEdges(graph, components, order, start, end, edges);
            if (whole && edges.count() > 0) {
                settle(graph, edges);
            }
            complete &= whole;
            start = end;
        }
    }

    List<Own> own() {
        return own;
    }

    /** In the order of their first cells. */
    List<Loops> loops() {
        loops.sort(Comparator.comparing(Loops::start));
        return loops;
    }

    /** Whether nothing was left out. */
    boolean isComplete() {
        return complete;
    }

    private void findOwn(int place, SheetFormulas formulas) {
        Blocks blocks = formulas.blocks();
        References references = formulas.references();
        for (int block = 0; block < blocks.count(); block++) {
            @Nullable CellRange widest = null;
            for (int index = formulas.firstReference(block); index < formulas.endOfReferences(block); index++) {
                boolean here = references.firstSheet(index) <= place && references.lastSheet(index) >= place;
                CellRange range = here && references.isRead(index) ? own(references, index, blocks, block) : null;
                if (range != null && (widest == null || range.cells() > widest.cells())) {
                    widest = range;
                }
            }
            if (widest != null) {
                own.add(new Own(place, widest));
            }
        }
    }

    private static @Nullable CellRange own(References references, int index, Blocks blocks, int block) {
        int top = references.firstOfItself(index, References.ROWS, blocks.top(block), blocks.bottom(block));
        int bottom = references.lastOfItself(index, References.ROWS, blocks.top(block), blocks.bottom(block));
        int left = references.firstOfItself(index, References.COLUMNS, blocks.left(block), blocks.right(block));
        int right = references.lastOfItself(index, References.COLUMNS, blocks.left(block), blocks.right(block));
        return top > bottom || left > right ? null : new CellRange(top, left, bottom, right);
    }

    private static int[] byComponent(int[] components) {
        int[] ends = new int[StrongComponents.count(components) + 1];
        for (int component : components) {
            ends[component + 1]++;
        }
        for (int at = 1; at < ends.length; at++) {
            ends[at] += ends[at - 1];
        }
        int[] order = new int[components.length];
        for (int node = 0; node < components.length; node++) {
            order[ends[components[node]]++] = node;
        }
        return order;
    }

    private static boolean readEdges(
            BlockGraph graph, int[] components, int[] order, int start, int end, BlockEdges edges) {
        edges.clear();
        for (int at = start; at < end; at++) {
            int node = order[at];
            graph.enter(0, node);
            int next = graph.next(0);
            while (next >= 0) {
                if (components[next] == components[node] && !edges.add(node, next, graph.reference(0))) {
                    return false;
                }
                next = graph.next(0);
            }
            if (next == StrongComponents.Graph.EXHAUSTED) {
                return false;
            }
        }
        return true;
    }

    private void settle(BlockGraph graph, BlockEdges edges) {
        List<int[]> left = new OrderProof(edges, proofSteps).left();
        if (left == null) {
            complete = false;
            return;
        }
        for (int[] circle : left) {
            CellGraph cells = CellGraph.of(graph, edges, circle, limits.cells(), cellSteps);
            int[] components = cells == null ? null : StrongComponents.of(cells);
            if (cells == null || components == null) {
                complete = false;
            } else {
                addLoops(cells, components);
            }
        }
    }

    private void addLoops(CellGraph cells, int[] components) {
        int[] sizes = new int[StrongComponents.count(components)];
        for (int component : components) {
            sizes[component]++;
        }
        int[] first = new int[sizes.length];
        Arrays.fill(first, NONE);
        for (int cell = 0; cell < components.length; cell++) {
            int component = components[cell];
            if (sizes[component] > 1
                    && (first[component] == NONE || cells.place(cell).compareTo(cells.place(first[component])) < 0)) {
                first[component] = cell;
            }
        }
        Map<Kind, Starts> kinds = new LinkedHashMap<>();
        for (int cell = 0; cell < components.length; cell++) {
            int component = components[cell];
            if (first[component] == cell) {
                int start = cell;
                kinds.computeIfAbsent(new Kind(cells.nodeOf(cell), sizes[component]), kind -> new Starts(start))
                        .add(cells.place(cell));
            }
        }
        for (Starts starts : kinds.values()) {
            // One way is enough to see what the others of its kind are.
            List<Place> way = ways++ < MOST_WAYS ? cells.circle(starts.first, components) : List.of();
            loops.add(new Loops(cells.place(starts.first), starts.ranges(), way));
        }
    }
}
