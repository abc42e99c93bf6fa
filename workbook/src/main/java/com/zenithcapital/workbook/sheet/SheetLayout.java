package com.zenithcapital.workbook.sheet;

import com.zenithcapital.workbook.xml.PartReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a sheet is hidden and which of its cells are merged, as far as a preview reaches; and whether it is protected. */
public final class SheetLayout {

    /** Columns further to the right are in no preview. */
    private static final int MOST_COLUMNS = 200;

    /** Of the merges in the corner that a preview shows. */
    private static final int MOST_MERGES = 500;

    private static final int LAST_ROW = 10_000;

    private final BitSet hiddenColumns = new BitSet();
    private final List<CellRange> merges = new ArrayList<>();
    private boolean isProtected;

    void protect(PartReader xml) {
        protect(isTrue(xml.attribute("sheet")));
    }

    /** {@code on}: whether its cells cannot be changed. */
    public void protect(boolean on) {
        isProtected |= on;
    }

    boolean isProtected() {
        return isProtected;
    }

    void column(PartReader xml) {
        if (isTrue(xml.attribute("hidden"))) {
            hideColumns(number(xml.attribute("min")), number(xml.attribute("max")));
        }
    }

    /** One-based, both included. */
    public void hideColumns(int first, int last) {
        if (first >= 1 && last >= first && first <= MOST_COLUMNS) {
            hiddenColumns.set(first, Math.min(last, MOST_COLUMNS) + 1);
        }
    }

    void merge(@Nullable String reference) {
        CellReference corner = new CellReference();
        int colon = reference == null ? -1 : reference.indexOf(':');
        if (reference == null || colon < 0 || !corner.read(reference.substring(0, colon))) {
            return;
        }
        int top = corner.row();
        int left = corner.column();
        if (corner.read(reference.substring(colon + 1))) {
            merge(top, left, corner.row(), corner.column());
        }
    }

    /** One-based, both corners included. */
    public void merge(int top, int left, int bottom, int right) {
        boolean shown = top >= 1 && top <= LAST_ROW && left >= 1 && left <= MOST_COLUMNS;
        boolean valid = bottom >= top && right >= left && bottom <= CellRange.ROWS && right <= CellRange.COLUMNS;
        if (shown && valid && (bottom > top || right > left) && merges.size() < MOST_MERGES) {
            merges.add(new CellRange(top, left, bottom, right));
        }
    }

    boolean isHidden(int column) {
        return hiddenColumns.get(column);
    }

    List<CellRange> merges() {
        return merges;
    }

    /** As XML Schema writes a truth, and as some writers do. */
    static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static int number(@Nullable String value) {
        try {
            return value == null ? 0 : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
