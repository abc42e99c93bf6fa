package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.sheet.CellRange;

/** A cell of a workbook; the sheet by its place. In the order in which they are read. */
record Place(int sheet, int row, int column) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
        if (sheet != other.sheet) {
            return Integer.compare(sheet, other.sheet);
        }
        return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
    }

    /** {@code B4}, without its sheet. */
    @Override
    public String toString() {
        return CellRange.columnName(column) + row;
    }
}
