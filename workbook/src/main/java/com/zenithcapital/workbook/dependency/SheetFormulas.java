package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.formula.FormulaForm;
import com.zenithcapital.workbook.sheet.CellCursor;
import com.zenithcapital.workbook.sheet.CellListener;
import com.zenithcapital.workbook.sheet.CellRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The formulas and numbers of one sheet, as rectangles, while it passes. Each form's text is read once. */
final class SheetFormulas implements CellListener {

    /** Makes another form of one that is entered as an array formula. */
    private static final long ARRAY = 0x5bd1e995_9d2c5681L;

    private final int sheet;
    private final ReferenceReader reader;
    private final Allowance mostReferences;
    private final Blocks blocks;
    private final References references = new References();
    private final FormTable forms = new FormTable();
    private final InputNumbers numbers;
    /** What array formulas and data tables fill: numbers there are results. */
    private final List<CellRange> filled = new ArrayList<>();
    /** By form: behind the last of its references. */
    private int[] ends = new int[16];

    private int row;
    private int left;
    private int right;
    private long form = FormulaForm.NONE;
    private int number;
    private boolean complete = true;
    private boolean open;

    SheetFormulas(
            int sheet, ReferenceReader reader, Allowance mostBlocks, Allowance mostReferences, InputNumbers numbers) {
        this.sheet = sheet;
        this.reader = reader;
        this.mostReferences = mostReferences;
        this.blocks = new Blocks(mostBlocks);
        this.numbers = numbers;
    }

    @Override
    public void formula(CellCursor cell, long of) {
        if (of == form && cell.column() == right + 1 && cell.row() == row && cell.spread() == null) {
            right++;
        } else if (complete) {
            begin(cell, of);
        }
    }

    @Override
    public void unknownFormula(CellCursor cell) {
        CellRange range = spread(cell);
        if (range == null) {
            complete = false;
        } else {
            // A data table: its inputs stand in the row above and the column before.
            fill(new CellRange(
                    Math.max(1, range.top() - 1), Math.max(1, range.left() - 1), range.bottom(), range.right()));
        }
    }

    @Override
    public void number(CellCursor cell) {
        numbers.add(cell);
    }

    private void begin(CellCursor cell, long of) {
        // Cells that are stored in another order may be stored twice: nothing is known of such a sheet.
        complete &= cell.row() > row || (cell.row() == row && cell.column() > right);
        end();
        CellRange range = cell.spread() == null ? null : spread(cell);
        boolean array = cell.spread() != null;
        if (range != null && range.cells() > 1) {
            fill(range);
            beginArray(cell, range);
            return;
        }
        form = array ? of ^ ARRAY : of;
        number = forms.find(form);
        if (number < 0) {
            number = read(cell, array);
            forms.add(form, number);
        }
        row = cell.row();
        left = cell.column();
        right = left;
        if (array) {
            end();
        }
    }

    /** Its cells are calculated together: each reads what the formula says in the first of them. */
    private void beginArray(CellCursor cell, CellRange range) {
        int from = references.count();
        int of = read(cell, true);
        for (int index = from; index < references.count(); index++) {
            references.anchor(index, cell.row(), cell.column());
        }
        complete &= blocks.add(range.top(), range.left(), range.bottom(), range.right(), of) != Blocks.FULL;
        row = cell.row();
        left = cell.column();
        right = left;
        form = FormulaForm.NONE;
    }

    private int read(CellCursor cell, boolean array) {
        // A cell that shares a formula comes after the first, with the form of which it is told.
        complete &= !cell.formula().isEmpty();
        int before = references.count();
        reader.read(cell.formula(), cell.row(), cell.column(), sheet, array, references);
        open |= reader.isOpen();
        int next = forms.count();
        if (next == ends.length) {
            ends = Arrays.copyOf(ends, next * 2);
        }
        if (!mostReferences.take(references.count() - before)) {
            complete = false;
            references.cutTo(before);
        }
        ends[next] = references.count();
        return forms.next();
    }

    private void end() {
        if (form != FormulaForm.NONE && complete) {
            complete = blocks.add(row, left, right, number) != Blocks.FULL;
        }
        form = FormulaForm.NONE;
    }

    private void fill(CellRange range) {
        if (mostReferences.take(1)) {
            filled.add(range);
        }
    }

    private static @Nullable CellRange spread(CellCursor cell) {
        String spread = cell.spread();
        return spread == null ? null : CellRange.parse(spread);
    }

    /** After the last cell. */
    void close() {
        end();
        numbers.close();
    }

    /** Whether all formulas of the sheet are known. */
    boolean isComplete() {
        return complete;
    }

    /** Whether some formula may refer to more than was found in it. */
    boolean isOpen() {
        return open;
    }

    Blocks blocks() {
        return blocks;
    }

    References references() {
        return references;
    }

    InputNumbers numbers() {
        return numbers;
    }

    List<CellRange> filled() {
        return filled;
    }

    /** The first reference of a block's formula. */
    int firstReference(int block) {
        int of = blocks.key(block);
        return of == 0 ? 0 : ends[of - 1];
    }

    /** One behind its last. */
    int endOfReferences(int block) {
        return ends[blocks.key(block)];
    }

    boolean read(int reference, int block, Area area) {
        return references.read(
                reference, blocks.top(block), blocks.left(block), blocks.bottom(block), blocks.right(block), area);
    }
}
