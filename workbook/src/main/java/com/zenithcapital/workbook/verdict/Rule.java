package com.zenithcapital.workbook.verdict;

/** What is looked for in an accepted workbook. The slug is a promise to clients and never changes. */
public enum Rule {
    /** A formula, a name or a picture takes its content from another file. */
    EXTERNAL_LINK("external-link", Severity.WARNING),
    /** Data comes from a database, a web page or a text file when the workbook is refreshed. */
    DATA_CONNECTION("data-connection", Severity.WARNING),
    /** An Office add-in is started with the workbook. */
    WEB_ADD_IN("web-add-in", Severity.WARNING),
    /** A sheet that readers see only after choosing "Unhide". */
    HIDDEN_SHEET("hidden-sheet", Severity.INFO),
    /** A sheet that Excel's menus do not show at all. */
    VERY_HIDDEN_SHEET("very-hidden-sheet", Severity.WARNING),
    /** Cells that show an error. */
    ERROR_CELL("error-cell", Severity.ERROR),
    /** Functions whose result changes at every recalculation: NOW, RAND, OFFSET, INDIRECT and the like. */
    VOLATILE_FUNCTION("volatile-function", Severity.INFO),
    /** A cell that breaks the row or the column of equal formulas that it stands in. */
    INCONSISTENT_FORMULA("inconsistent-formula", Severity.WARNING),
    /** A number inside a formula that a reader would look for in a cell. */
    HARD_CODED_NUMBER("hard-coded-number", Severity.INFO),
    /** Formulas that depend on their own result. */
    CIRCULAR_REFERENCE("circular-reference", Severity.WARNING),
    /** Numbers that nothing in the workbook refers to. */
    UNUSED_INPUT("unused-input", Severity.INFO);

    private final String slug;
    private final Severity severity;

    Rule(String slug, Severity severity) {
        this.slug = slug;
        this.severity = severity;
    }

    public String slug() {
        return slug;
    }

    public Severity severity() {
        return severity;
    }
}
