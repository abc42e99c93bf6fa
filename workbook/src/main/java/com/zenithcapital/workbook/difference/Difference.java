package com.zenithcapital.workbook.difference;

import java.util.List;

/**
 * What changed from one workbook to another.
 *
 * @param sheets that differ in anything, in the new workbook's order, those that were removed last
 * @param names that differ, the first of them
 * @param nameCount how many differ
 */
public record Difference(List<SheetDifference> sheets, List<NameDifference> names, long nameCount, Movement movement) {

    public Difference {
        sheets = List.copyOf(sheets);
        names = List.copyOf(names);
    }

    public boolean isEmpty() {
        return sheets.isEmpty() && nameCount == 0;
    }
}
