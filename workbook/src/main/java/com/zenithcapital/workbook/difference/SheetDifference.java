package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.difference.CellDifference.Change;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a sheet.
 *
 * @param before where it was, or null where it was added
 * @param after where it is, or null where it was removed
 * @param renamed whether all it holds stands under another name now
 * @param moved whether it changed its place among the sheets that stayed
 * @param compared false where its cells are stored in no order, so that only the two as wholes can be told apart
 * @param rows that were inserted or deleted
 * @param columns that were inserted or deleted
 * @param cells the first of those that differ
 * @param counts how many differ, by what
 * @param recalculated formulas that are the same and give something else
 */
public record SheetDifference(
        @Nullable Place before,
        @Nullable Place after,
        boolean renamed,
        boolean moved,
        boolean compared,
        Lines rows,
        Lines columns,
        List<CellDifference> cells,
        Map<Change, Long> counts,
        long recalculated) {

    public SheetDifference {
        cells = List.copyOf(cells);
        Map<Change, Long> copy = new EnumMap<>(Change.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
    }

    /** @param position from 1 */
    public record Place(String name, int position, String visibility) {}

    /**
     * Rows or columns.
     *
     * @param inserted ranges such as {@code 7:9} or {@code C}, in the new sheet
     * @param deleted the same, in the old one
     * @param insertedCount how many lines those are, and those not listed
     */
    public record Lines(List<String> inserted, List<String> deleted, long insertedCount, long deletedCount) {

        public static final Lines NONE = new Lines(List.of(), List.of(), 0, 0);

        public Lines {
            inserted = List.copyOf(inserted);
            deleted = List.copyOf(deleted);
        }

        public boolean isEmpty() {
            return insertedCount == 0 && deletedCount == 0;
        }
    }

    /** Whether anything is to be said of it. */
    public boolean isEmpty() {
        return before != null
                && after != null
                && before.visibility().equals(after.visibility())
                && !renamed
                && !moved
                && compared
                && rows.isEmpty()
                && columns.isEmpty()
                && differingCells() == 0
                && recalculated == 0;
    }

    public long differingCells() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of a sheet that only one of the workbooks has. */
    static SheetDifference alone(@Nullable Place before, @Nullable Place after) {
        return new SheetDifference(before, after, false, false, true, Lines.NONE, Lines.NONE, List.of(), Map.of(), 0);
    }
}
