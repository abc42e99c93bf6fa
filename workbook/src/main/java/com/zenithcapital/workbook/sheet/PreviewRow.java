package com.zenithcapital.workbook.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a preview.
 *
 * @param number one-based, as Excel shows it
 * @param cells from column A to the last that holds anything; null where a cell is empty
 */
public record PreviewRow(int number, List<@Nullable String> cells) {

    public PreviewRow {
        cells = Collections.unmodifiableList(new ArrayList<>(cells));
    }
}
