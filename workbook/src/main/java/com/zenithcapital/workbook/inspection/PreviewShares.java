package com.zenithcapital.workbook.inspection;

import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.sheet.PreviewShape;
import java.util.List;

/** How the sheets of a workbook share what is said of them: the whole output stays below 8 MiB. */
final class PreviewShares {

    /** All previews together, as JSON. */
    private static final int PREVIEW_BYTES = 4 << 20;

    /** Ranges that a sheet lists for one error value or function; fewer where a workbook has hundreds of sheets. */
    private static final int MOST_RANGES = 25;

    private static final int MOST_RANGES_OF_ALL_SHEETS = 5_000;

    private PreviewShares() {}

    /** Of each visible sheet. */
    static PreviewShape of(List<SheetPart> sheets, InspectionOptions options) {
        long shown = sheets.stream().filter(SheetPart::isShown).count();
        return new PreviewShape(
                options.previewRows(), options.previewColumns(), (int) (PREVIEW_BYTES / Math.max(1, shown)));
    }

    static int ranges(List<SheetPart> sheets) {
        return Math.clamp(MOST_RANGES_OF_ALL_SHEETS / sheets.size(), 1, MOST_RANGES);
    }
}
