package com.zenithcapital.workbook.dependency;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All blocks of formulas of a workbook; an edge leads to a block of which a formula of this one reads a cell. */
final class BlockGraph implements StrongComponents.Graph {

    private static final int NO_SHEET = -1;

    private final List<@Nullable SheetFormulas> sheets;
    private final Budget budget;
    /** By a sheet's place. */
    private final BlockIndex[] indexes;
    /** By a sheet's place, the node of its first block; at the end the number of nodes. */
    private final int[] offsets;

    private final Area area = new Area();
    private int[] nodeAt = new int[16];
    private int[] referenceAt = new int[16];
    private int[] sheetAt = new int[16];
    private int[] placeAt = new int[16];

    /** A sheet is null where it holds no cells by its kind. */
    BlockGraph(List<@Nullable SheetFormulas> sheets, Budget budget) {
        this.sheets = sheets;
        this.budget = budget;
        indexes = new BlockIndex[sheets.size()];
        offsets = new int[sheets.size() + 1];
        for (int place = 0; place < sheets.size(); place++) {
            SheetFormulas sheet = sheets.get(place);
            indexes[place] = new BlockIndex(sheet == null ? new Blocks(new Allowance(0)) : sheet.blocks());
            offsets[place + 1] = offsets[place] + indexes[place].count();
        }
    }

    @Override
    public int nodes() {
        return offsets[offsets.length - 1];
    }

    /** The place of a node's sheet. */
    int sheet(int node) {
        int at = Arrays.binarySearch(offsets, node);
        int place = at >= 0 ? at : -at - 2;
        // Of sheets without blocks, which begin at the same node, the last is the one that has it.
        while (offsets[place + 1] <= node) {
            place++;
        }
        return place;
    }

    SheetFormulas formulas(int sheet) {
        SheetFormulas formulas = sheets.get(sheet);
        if (formulas == null) {
            throw new IllegalStateException("no formulas there");
        }
        return formulas;
    }

    /** The node's block, within its sheet. */
    int block(int node, int sheet) {
        return indexes[sheet].block(node - offsets[sheet]);
    }

    /** The reference by which the last step at this depth was made. */
    int reference(int depth) {
        return referenceAt[depth];
    }

    @Override
    public void enter(int depth, int node) {
        if (depth == nodeAt.length) {
            nodeAt = Arrays.copyOf(nodeAt, depth * 2);
            referenceAt = Arrays.copyOf(referenceAt, depth * 2);
            sheetAt = Arrays.copyOf(sheetAt, depth * 2);
            placeAt = Arrays.copyOf(placeAt, depth * 2);
        }
        int sheet = sheet(node);
        nodeAt[depth] = node;
        referenceAt[depth] = formulas(sheet).firstReference(block(node, sheet));
        sheetAt[depth] = NO_SHEET;
        placeAt[depth] = 0;
    }

    @Override
    public int next(int depth) {
        int node = nodeAt[depth];
        int own = sheet(node);
        int block = block(node, own);
        SheetFormulas formulas = formulas(own);
        int end = formulas.endOfReferences(block);
        while (referenceAt[depth] < end) {
            int reference = referenceAt[depth];
            if (!budget.spend(1)) {
                return EXHAUSTED;
            }
            if (formulas.references().isRead(reference) && formulas.read(reference, block, area)) {
                int found = search(depth);
                if (found != NO_MORE) {
                    return found;
                }
            }
            referenceAt[depth]++;
            sheetAt[depth] = NO_SHEET;
        }
        return NO_MORE;
    }

    /** The next block that meets the area. */
    private int search(int depth) {
        if (sheetAt[depth] == NO_SHEET) {
            sheetAt[depth] = area.firstSheet;
            placeAt[depth] = 0;
        }
        while (sheetAt[depth] <= area.lastSheet) {
            int sheet = sheetAt[depth];
            BlockIndex index = indexes[sheet];
            long before = index.steps();
            int place = index.next(placeAt[depth], area);
            if (!budget.spend(index.steps() - before + 1)) {
                return EXHAUSTED;
            }
            if (place < index.count()) {
                placeAt[depth] = place + 1;
                return offsets[sheet] + place;
            }
            sheetAt[depth]++;
            placeAt[depth] = 0;
        }
        return NO_MORE;
    }
}
