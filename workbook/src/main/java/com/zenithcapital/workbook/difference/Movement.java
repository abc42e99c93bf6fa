package com.zenithcapital.workbook.difference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moved: results that are others because of what was changed.
 *
 * @param complete false where a bound was met, so that there may be more
 * @param cells results that moved and lie downstream of a change
 * @param unexplained results that are others although nothing they depend on, as far as can be seen, was changed:
 *     volatile functions, other workbooks, a file that was not recalculated
 * @param outputs the first of those that nothing depends on, or that have a name
 * @param outputCount how many there are
 */
public record Movement(boolean complete, long cells, long unexplained, List<Output> outputs, long outputCount) {

    static final Movement NONE = new Movement(true, 0, 0, List.of(), 0);

    public Movement {
        outputs = List.copyOf(outputs);
    }

    /**
     * A result at the end of the way.
     *
     * @param sheet in the new workbook
     * @param cell in the new workbook, in A1 notation
     * @param name that is defined for it, or null
     */
    public record Output(
            String sheet,
            String cell,
            @Nullable String name,
            @Nullable String before,
            @Nullable String after) {}
}
