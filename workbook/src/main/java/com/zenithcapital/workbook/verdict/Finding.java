package com.zenithcapital.workbook.verdict;

import org.jspecify.annotations.Nullable;

/**
 * Something in an accepted workbook that its author or reader should know of.
 *
 * @param sheet name of the sheet, or null where it is about the workbook
 * @param range cells in A1 notation, or null where it is about the whole sheet
 */
public record Finding(
        Rule rule, @Nullable String sheet, @Nullable String range, String message) {

    public static Finding ofWorkbook(Rule rule, String message) {
        return new Finding(rule, null, null, message);
    }

    public static Finding ofSheet(Rule rule, String sheet, String message) {
        return new Finding(rule, sheet, null, message);
    }
}
