package com.zenithcapital.analytics.export;

/** Texts as a spreadsheet may have them. */
final class Cells {

    /** What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection). */
    private static final String BEGINNINGS = "=+-@\t\r";

    private Cells() {}

    /**
     * A path, a source or a title is the visitor's word: one that begins like a formula is shown, not run. Numbers are not
     * texts and stay as they are, negative ones too.
     */
    static String text(Object value) {
        String text = value.toString();
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
