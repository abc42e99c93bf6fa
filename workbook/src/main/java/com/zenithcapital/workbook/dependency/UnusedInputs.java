package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.sheet.CellRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that nothing refers to. A run of numbers in a row counts as one: where one of them is used, all are, since
 * months before the first that is calculated are shown for their own sake. Sheets of which no number is read are notes.
 */
final class UnusedInputs {

    private static final int MOST_KNOWN_AREAS = 20_000;

    /** Is told each range, by the sheet's place. */
    interface Visitor {

        void visit(int sheet, CellRange range);
    }

    private record Marked(int first, int last, int top, int left, int bottom, int right) {}

    /** The numbers of a sheet, and which rows of their blocks are used. */
    private static final class Sheet {

        private final InputNumbers numbers;
        private final BlockIndex index;
        /** By block, the bit of its first row. */
        private final int[] firstRows;

        private final BitSet used = new BitSet();
        private boolean isRead;

        private Sheet(InputNumbers numbers) {
            this.numbers = numbers;
            this.index = new BlockIndex(numbers.blocks());
            this.firstRows = new int[numbers.blocks().count() + 1];
            for (int block = 0; block < numbers.blocks().count(); block++) {
                int height = numbers.blocks().bottom(block) - numbers.blocks().top(block) + 1;
                firstRows[block + 1] = firstRows[block] + height;
            }
        }
    }

    private final List<@Nullable Sheet> sheets = new ArrayList<>();
    private final Budget budget;
    private final Set<Marked> known = new HashSet<>();
    private boolean complete = true;

    UnusedInputs(List<@Nullable SheetFormulas> formulas, Budget budget) {
        this.budget = budget;
        for (SheetFormulas sheet : formulas) {
            sheets.add(sheet == null ? null : new Sheet(sheet.numbers()));
        }
    }

    /** What a sheet's formulas refer to is used. */
    void use(SheetFormulas formulas) {
        Blocks blocks = formulas.blocks();
        Area area = new Area();
        for (int block = 0; block < blocks.count() && complete; block++) {
            for (int index = formulas.firstReference(block); index < formulas.endOfReferences(block); index++) {
                // Past an edge a reference goes on at the other one.
                complete &= formulas.references()
                        .named(
                                index,
                                blocks.top(block),
                                blocks.left(block),
                                blocks.bottom(block),
                                blocks.right(block),
                                area);
                use(area, true);
            }
        }
    }

    /** What is in the area is used, by a formula or otherwise. */
    void use(Area area, boolean byFormula) {
        boolean isNew = known.size() >= MOST_KNOWN_AREAS
                || known.add(new Marked(area.firstSheet, area.lastSheet, area.top, area.left, area.bottom, area.right));
        complete &= budget.spend(1);
        if (!complete || (!isNew && !byFormula)) {
            return;
        }
        for (int place = Math.max(0, area.firstSheet); place <= area.lastSheet && place < sheets.size(); place++) {
            Sheet sheet = sheets.get(place);
            if (sheet != null && (isNew || !sheet.isRead)) {
                use(sheet, area, byFormula);
            }
        }
    }

    private void use(Sheet sheet, Area area, boolean byFormula) {
        Blocks blocks = sheet.numbers.blocks();
        long before = sheet.index.steps();
        int place = sheet.index.next(0, area);
        while (place < sheet.index.count()) {
            sheet.isRead |= byFormula;
            int block = sheet.index.block(place);
            int top = Math.max(area.top, blocks.top(block)) - blocks.top(block);
            int bottom = Math.min(area.bottom, blocks.bottom(block)) - blocks.top(block);
            sheet.used.set(sheet.firstRows[block] + top, sheet.firstRows[block] + bottom + 1);
            complete &= budget.spend(1 + (bottom - top) / Long.SIZE);
            if (!complete) {
                return;
            }
            place = sheet.index.next(place + 1, area);
        }
        complete &= budget.spend(sheet.index.steps() - before);
    }

    /** Whether everything that was said to be used is known to be. */
    boolean isComplete() {
        return complete;
    }

    void forEach(Visitor visitor) {
        for (int place = 0; place < sheets.size(); place++) {
            Sheet sheet = sheets.get(place);
            if (sheet != null && sheet.isRead) {
                forEach(sheet, place, visitor);
            }
        }
    }

    private static void forEach(Sheet sheet, int place, Visitor visitor) {
        Blocks blocks = sheet.numbers.blocks();
        for (int block = 0; block < blocks.count(); block++) {
            if (!sheet.numbers.isInput(block)) {
                continue;
            }
            int end = sheet.firstRows[block + 1];
            int from = sheet.used.nextClearBit(sheet.firstRows[block]);
            while (from < end) {
                int next = sheet.used.nextSetBit(from);
                int to = next < 0 ? end : Math.min(next, end);
                int top = blocks.top(block) - sheet.firstRows[block];
                visitor.visit(place, new CellRange(top + from, blocks.left(block), top + to - 1, blocks.right(block)));
                from = sheet.used.nextClearBit(to);
            }
        }
    }
}
