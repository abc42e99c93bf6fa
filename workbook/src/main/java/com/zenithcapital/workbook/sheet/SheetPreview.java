package com.zenithcapital.workbook.sheet;

import java.util.List;

/**
 * The first rows of a sheet as a reader sees them.
 *
 * @param merges merged cells that reach into these rows; their value stands in the top left one
 */
public record SheetPreview(List<PreviewRow> rows, List<CellRange> merges) {

    public SheetPreview {
        rows = List.copyOf(rows);
        merges = List.copyOf(merges);
    }
}
