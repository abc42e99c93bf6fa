package com.zenithcapital.modelfile.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a visible sheet's stored rows, as the database writes it: for who reads the OpenAPI document.
 *
 * @param range the used cells; null for an empty sheet
 * @param merges merged cells that reach into these rows, such as {@code A1:B2}; the text is in the top left one
 * @param next the cursor of the next page; null on the last
 */
record SheetRows(
        int index,
        String name,
        @Nullable String range,
        List<Row> rows,
        List<String> merges,
        @Nullable String next) {

    /**
     * @param row the row's number in the sheet, from 1
     * @param cells texts as shown, from column A to the last filled one; null for an empty cell
     */
    record Row(int row, List<@Nullable String> cells) {}
}
