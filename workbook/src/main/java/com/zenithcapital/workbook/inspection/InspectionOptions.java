package com.zenithcapital.workbook.inspection;

import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.zip.Limits;

/**
 * How an inspection is done.
 *
 * @param previewRows rows of each visible sheet to show, 0 for none
 * @param previewColumns columns of each, from A on
 */
public record InspectionOptions(Limits limits, Policy policy, int previewRows, int previewColumns) {

    public static final InspectionOptions DEFAULT = new InspectionOptions(Limits.DEFAULT, Policy.STRICT, 200, 50);

    /** More would not fit into the output's limit anyway. */
    private static final int MOST_ROWS = 1_000;

    private static final int MOST_COLUMNS = 200;

    public InspectionOptions {
        if (previewRows < 0 || previewRows > MOST_ROWS || previewColumns < 0 || previewColumns > MOST_COLUMNS) {
            throw new IllegalArgumentException(
                    "a preview has 0 to %d rows and 0 to %d columns".formatted(MOST_ROWS, MOST_COLUMNS));
        }
    }
}
