package com.zenithcapital.modelfile.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a visible sheet.
 *
 * @param sheet the sheet's position in {@link Inspection#sheets}, from 0
 */
public record Preview(int sheet, List<Row> rows) {

    /**
     * @param row the row's number in the sheet, from 1
     * @param cells texts as shown; null for an empty cell
     */
    public record Row(int row, List<@Nullable String> cells) {

        public Row {
            if (row < 1) {
                throw new IllegalArgumentException("Rows are counted from 1");
            }
        }
    }

    public Preview {
        if (sheet < 0) {
            throw new IllegalArgumentException("Sheets are counted from 0");
        }
        rows = List.copyOf(rows);
    }
}
