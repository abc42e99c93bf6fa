package com.zenithcapital.workbook.format;

/** The formats that a workbook refers to by number without saying them (ECMA-376 part 1, 18.8.30). */
public final class BuiltInFormats {

    private BuiltInFormats() {}

    /**
     * As with American settings, but for the dates that Excel writes as the reader's own system does: the preview has
     * readers everywhere, and 4/3/2026 is two dates. Those are ISO 8601.
     */
    public static String code(int number) {
        return switch (number) {
            case 1 -> "0";
            case 2 -> "0.00";
            case 3 -> "#,##0";
            case 4 -> "#,##0.00";
            case 5 -> "$#,##0_);($#,##0)";
            case 6 -> "$#,##0_);[Red]($#,##0)";
            case 7 -> "$#,##0.00_);($#,##0.00)";
            case 8 -> "$#,##0.00_);[Red]($#,##0.00)";
            case 9 -> "0%";
            case 10 -> "0.00%";
            case 11 -> "0.00E+00";
            case 12 -> "# ?/?";
            case 13 -> "# ??/??";
            case 15 -> "d-mmm-yy";
            case 16 -> "d-mmm";
            case 17 -> "mmm-yy";
            case 18 -> "h:mm AM/PM";
            case 19 -> "h:mm:ss AM/PM";
            case 20 -> "h:mm";
            case 21 -> "h:mm:ss";
            case 22 -> "yyyy-mm-dd h:mm";
            case 14, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> "yyyy-mm-dd";
            case 32, 33, 34, 35, 55, 56 -> "h:mm:ss";
            case 37 -> "#,##0_);(#,##0)";
            case 38 -> "#,##0_);[Red](#,##0)";
            case 39 -> "#,##0.00_);(#,##0.00)";
            case 40 -> "#,##0.00_);[Red](#,##0.00)";
            case 41 -> "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)";
            case 42 -> "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)";
            case 43 -> "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)";
            case 44 -> "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)";
            case 45 -> "mm:ss";
            case 46 -> "[h]:mm:ss";
            case 47 -> "mm:ss.0";
            case 48 -> "##0.0E+0";
            case 49 -> "@";
            default -> "General";
        };
    }
}
