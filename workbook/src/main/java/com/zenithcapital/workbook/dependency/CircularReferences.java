package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.sheet.CellRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Circles that are shown as a way through cells. */
    private static final int MOST_WAYS = 50;

    /** Cells whose formula refers to the cell itself. */
    record Own(int sheet, CellRange range) {}

    /**
     * Circles of one kind: they begin in the same block and have as many cells.
     *
     * @param starts the first cell of each
     * @param ways of the first starts, the cells between the start and itself; an empty one is not known
     */
    record Loops(List<Place> starts, List<List<Place>> ways) {}

    private record Kind(int node, int cells) {}

    private record Start(Place place, int cell, int component) {}

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

    List<Loops> loops() {
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
        Map<Integer, Start> first = new LinkedHashMap<>();
        for (int cell = 0; cell < components.length; cell++) {
            int component = components[cell];
            if (sizes[component] > 1) {
                Start start = new Start(cells.place(cell), cell, component);
                first.merge(component, start, (one, other) -> one.place().compareTo(other.place()) <= 0 ? one : other);
            }
        }
        Map<Kind, List<Start>> kinds = new LinkedHashMap<>();
        first.values().stream()
                .sorted((one, other) -> one.place().compareTo(other.place()))
                .forEach(start -> kinds.computeIfAbsent(
                                new Kind(cells.nodeOf(start.cell()), sizes[start.component()]),
                                kind -> new ArrayList<>())
                        .add(start));
        for (List<Start> starts : kinds.values()) {
            List<List<Place>> shown = new ArrayList<>();
            // One way is enough to see what the others of its kind are.
            if (ways++ < MOST_WAYS) {
                shown.add(cells.circle(starts.getFirst().cell(), components));
            }
            loops.add(new Loops(starts.stream().map(Start::place).toList(), shown));
        }
    }
}
