package com.zenithcapital.workbook.sheet;

import org.jspecify.annotations.Nullable;

/**
 * What a sheet holds. A cell counts when it has a value or a formula; one that only has a format does not.
 *
 * @param range the smallest rectangle around all counted cells, or null where there are none
 */
public record SheetCounts(@Nullable CellRange range, long cells, long formulas, long errors) {

    public static final SheetCounts NONE = new SheetCounts(null, 0, 0, 0);
}
