package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.sheet.CellRange;
import java.util.Arrays;

/**
 * References as they are the same in every cell that a formula was copied to: each corner says a line of the sheet, or
 * how many lines away from the formula's own. Numbers in one array, for a workbook may have a hundred thousand.
 */
final class References {

    /** In place of a sheet: that of the formula, of which a name does not know. */
    static final int OWN_SHEET = 0xFFFF;

    static final int ROWS = 0;
    static final int COLUMNS = 1;

    private static final int SHEETS = 0;
    private static final int CORNERS = 1;
    private static final int MARKS = 5;
    private static final int LENGTH = 6;

    /** Marks, each for rows and, shifted by one, for columns. */
    private static final int FIRST_RELATIVE = 1;

    private static final int SECOND_RELATIVE = 1 << 2;
    /** Of a range only the line is taken that the formula stands in. */
    private static final int OWN_LINE = 1 << 4;
    /** Nothing is calculated from the cells: ROW(A1), or what nobody can know. */
    private static final int UNREAD = 1 << 6;

    private int[] data = new int[LENGTH * 16];
    private int count;

    int count() {
        return count;
    }

    /** Takes back all from this one on. */
    void cutTo(int length) {
        count = length;
    }

    /** Each line, or distance where it is relative. */
    void add(int firstSheet, int lastSheet, Corner first, Corner second) {
        int at = grow();
        data[at + SHEETS] = firstSheet << 16 | lastSheet;
        data[at + CORNERS] = first.row;
        data[at + CORNERS + 1] = second.row;
        data[at + CORNERS + 2] = first.column;
        data[at + CORNERS + 3] = second.column;
        data[at + MARKS] = (first.rowRelative ? FIRST_RELATIVE : 0)
                | (second.rowRelative ? SECOND_RELATIVE : 0)
                | (first.columnRelative ? FIRST_RELATIVE << 1 : 0)
                | (second.columnRelative ? SECOND_RELATIVE << 1 : 0);
    }

    /** A copy of another's, in a formula of this sheet. */
    void add(References other, int index, int ownSheet) {
        int at = grow();
        System.arraycopy(other.data, index * LENGTH, data, at, LENGTH);
        if (other.firstSheet(index) == OWN_SHEET) {
            data[at + SHEETS] = ownSheet << 16 | ownSheet;
        }
    }

    private int grow() {
        if (data.length < (count + 1) * LENGTH) {
            data = Arrays.copyOf(data, data.length * 2);
        }
        return count++ * LENGTH;
    }

    int firstSheet(int index) {
        return data[index * LENGTH + SHEETS] >>> 16;
    }

    int lastSheet(int index) {
        return data[index * LENGTH + SHEETS] & 0xFFFF;
    }

    boolean isRead(int index) {
        return !has(index, UNREAD);
    }

    void markUnread(int index) {
        data[index * LENGTH + MARKS] |= UNREAD;
    }

    /**
     * A range where a single value is meant, as in {@code =Price*B2}: Excel takes from a column the cell of the formula's
     * row, from a row that of its column ("implicit intersection").
     */
    void intersect(int index) {
        boolean severalRows = isSeveral(index, ROWS);
        boolean severalColumns = isSeveral(index, COLUMNS);
        if (severalRows && severalColumns) {
            markUnread(index);
        } else if (severalRows || severalColumns) {
            int way = severalRows ? ROWS : COLUMNS;
            if (isRelative(index, way, 0) || isRelative(index, way, 1)) {
                markUnread(index);
            } else {
                data[index * LENGTH + MARKS] |= OWN_LINE << way;
            }
        }
    }

    /** For a formula of a name, which stands in A1: one line above is the last line of the sheet. */
    void wrap(int index) {
        for (int way = ROWS; way <= COLUMNS; way++) {
            int lines = way == ROWS ? CellRange.ROWS : CellRange.COLUMNS;
            for (int end = 0; end < 2; end++) {
                if (isRelative(index, way, end) && corner(index, way, end) > lines / 2) {
                    data[index * LENGTH + CORNERS + way * 2 + end] -= lines;
                }
            }
        }
    }

    /** Its lines are those that it names in this cell, in whichever cell it is read. */
    void anchor(int index, int row, int column) {
        for (int way = ROWS; way <= COLUMNS; way++) {
            for (int end = 0; end < 2; end++) {
                if (isRelative(index, way, end)) {
                    data[index * LENGTH + CORNERS + way * 2 + end] += way == ROWS ? row : column;
                    data[index * LENGTH + MARKS] &= ~((end == 0 ? FIRST_RELATIVE : SECOND_RELATIVE) << way);
                }
            }
        }
    }

    private boolean isSeveral(int index, int way) {
        return isRelative(index, way, 0) != isRelative(index, way, 1) || corner(index, way, 0) != corner(index, way, 1);
    }

    private boolean has(int index, int mark) {
        return (data[index * LENGTH + MARKS] & mark) != 0;
    }

    private int corner(int index, int way, int second) {
        return data[index * LENGTH + CORNERS + way * 2 + second];
    }

    private boolean isRelative(int index, int way, int second) {
        return has(index, (second == 0 ? FIRST_RELATIVE : SECOND_RELATIVE) << way);
    }

    private int line(int index, int way, int second, int own) {
        int corner = corner(index, way, second);
        return isRelative(index, way, second) ? own + corner : corner;
    }

    private int first(int index, int way, int own) {
        return Math.min(line(index, way, 0, own), line(index, way, 1, own));
    }

    private int last(int index, int way, int own) {
        return Math.max(line(index, way, 0, own), line(index, way, 1, own));
    }

    /** What all cells of a block of formulas read, which is a rectangle too; false where that is nothing. */
    boolean read(int index, int top, int left, int bottom, int right, Area area) {
        named(index, top, left, bottom, right, area);
        if (has(index, OWN_LINE)) {
            area.top = Math.max(area.top, top);
            area.bottom = Math.min(area.bottom, bottom);
        }
        if (has(index, OWN_LINE << COLUMNS)) {
            area.left = Math.max(area.left, left);
            area.right = Math.min(area.right, right);
        }
        return !area.isEmpty();
    }

    /** What they name, whether they read it or not. False where a part of it lies outside of the sheet. */
    boolean named(int index, int top, int left, int bottom, int right, Area area) {
        area.firstSheet = firstSheet(index);
        area.lastSheet = lastSheet(index);
        area.top = first(index, ROWS, top);
        area.bottom = last(index, ROWS, bottom);
        area.left = first(index, COLUMNS, left);
        area.right = last(index, COLUMNS, right);
        boolean within =
                area.top >= 1 && area.left >= 1 && area.bottom <= CellRange.ROWS && area.right <= CellRange.COLUMNS;
        if (!within) {
            area.top = Math.max(area.top, 1);
            area.left = Math.max(area.left, 1);
            area.bottom = Math.min(area.bottom, CellRange.ROWS);
            area.right = Math.min(area.right, CellRange.COLUMNS);
        }
        return within;
    }

    /** What a formula names that is not in a cell but stands for many: lines that are relative may be any. */
    void anywhere(int index, Area area) {
        named(index, 1, 1, 1, 1, area);
        if (isRelative(index, ROWS, 0) || isRelative(index, ROWS, 1)) {
            area.top = 1;
            area.bottom = CellRange.ROWS;
        }
        if (isRelative(index, COLUMNS, 0) || isRelative(index, COLUMNS, 1)) {
            area.left = 1;
            area.right = CellRange.COLUMNS;
        }
    }

    /**
     * How far above (or left of) a formula what it reads lies at most, as a number below zero, where formulas stand in
     * the lines from {@code from} to {@code to} and only what lies in {@code low} to {@code high} counts. Below zero the
     * other way: {@link #furthestAfter}.
     */
    int furthestBefore(int index, int way, int from, int to, int low, int high) {
        int own = Math.min(to, lastReading(index, way, high));
        return has(index, OWN_LINE << way) ? 0 : Math.max(first(index, way, own), low) - own;
    }

    int furthestAfter(int index, int way, int from, int to, int low, int high) {
        int own = Math.max(from, firstReading(index, way, low));
        return has(index, OWN_LINE << way) ? 0 : Math.min(last(index, way, own), high) - own;
    }

    /** The last line from which something up to {@code high} is read: both ends of what is read move down with the line. */
    private int lastReading(int index, int way, int high) {
        int latest = Integer.MIN_VALUE;
        for (int second = 0; second < 2; second++) {
            int corner = corner(index, way, second);
            if (isRelative(index, way, second)) {
                latest = Math.max(latest, high - corner);
            } else if (corner <= high) {
                return Integer.MAX_VALUE;
            }
        }
        return latest;
    }

    private int firstReading(int index, int way, int low) {
        int earliest = Integer.MAX_VALUE;
        for (int second = 0; second < 2; second++) {
            int corner = corner(index, way, second);
            if (isRelative(index, way, second)) {
                earliest = Math.min(earliest, low - corner);
            } else if (corner >= low) {
                return Integer.MIN_VALUE;
            }
        }
        return earliest;
    }

    /** The first line from {@code from} to {@code to} that is among those it reads, or one behind {@code to}. */
    int firstOfItself(int index, int way, int from, int to) {
        if (isRelative(index, way, 0) == isRelative(index, way, 1)) {
            boolean relative = isRelative(index, way, 0);
            int low = Math.min(corner(index, way, 0), corner(index, way, 1));
            int high = Math.max(corner(index, way, 0), corner(index, way, 1));
            if (relative) {
                return low <= 0 && high >= 0 ? from : to + 1;
            }
            return high < from ? to + 1 : Math.max(from, low);
        }
        int fixed = corner(index, way, isRelative(index, way, 0) ? 1 : 0);
        int distance = corner(index, way, isRelative(index, way, 0) ? 0 : 1);
        return distance > 0 ? Math.max(from, fixed) : from;
    }

    /** The last such line, or one before {@code from}. */
    int lastOfItself(int index, int way, int from, int to) {
        if (isRelative(index, way, 0) == isRelative(index, way, 1)) {
            int high = Math.max(corner(index, way, 0), corner(index, way, 1));
            return isRelative(index, way, 0) ? to : Math.min(to, high);
        }
        int fixed = corner(index, way, isRelative(index, way, 0) ? 1 : 0);
        int distance = corner(index, way, isRelative(index, way, 0) ? 0 : 1);
        return distance < 0 ? Math.min(to, fixed) : to;
    }

    /** A corner while it is read. */
    static final class Corner {

        int row;
        int column;
        boolean rowRelative;
        boolean columnRelative;
    }
}
