package com.zenithcapital.modelfile.workbook;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a visible sheet.
 *
 * @param sheet the sheet's position in {@link Inspection#sheets}, from 0
 * @param merges merged cells that reach into the rows, such as {@code A1:B2}: the text is in the top left one
 */
public record Preview(int sheet, List<Row> rows, List<String> merges) {

    /** Of the largest sheet that Excel has: the rows in it are compared as numbers. */
    private static final Pattern RANGE = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}(:[A-Z]{1,3}[1-9][0-9]{0,6})?");

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
        merges = List.copyOf(merges);
        if (!merges.stream().allMatch(range -> RANGE.matcher(range).matches())) {
            throw new IllegalArgumentException("The merged cells are no range");
        }
    }
}
