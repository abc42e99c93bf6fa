package com.zenithcapital.workbook.verdict;

/** Every reason to refuse a file. The slug is a promise to clients and never changes. */
public enum Rejection {
    /** Empty, a PDF, a picture, a Word document: nothing that ever was an Excel workbook. */
    NOT_A_WORKBOOK("not-a-workbook"),
    /** Begins as a workbook and ends too early. */
    TRUNCATED("truncated"),
    /** The archive or a part of it contradicts itself or cannot be read. */
    CORRUPT("corrupt"),
    /** The content is one kind of file, the name says another. */
    EXTENSION_MISMATCH("extension-mismatch"),
    /** Opens with a password only. */
    ENCRYPTED("encrypted"),
    /** Inflates past the limits, or is built so that it would. */
    ZIP_BOMB("zip-bomb"),
    /** A part holds a document type declaration. */
    DTD_NOT_ALLOWED("dtd-not-allowed"),
    /** Two entries of the archive have the same name: readers disagree on which one counts. */
    DUPLICATE_ENTRY("duplicate-entry"),
    /** A workbook, but of a kind that is not read: binary workbooks, OpenDocument. */
    FORMAT_NOT_SUPPORTED("format-not-supported"),
    /** VBA, Excel 4 macro sheets, or a package that calls itself macro-enabled. */
    MACRO_NOT_ALLOWED("macro-not-allowed"),
    /** Embedded objects, ActiveX controls, DDE. */
    ACTIVE_CONTENT("active-content"),
    /** Over 52,428,800 bytes. The same slug as the gateway's answer to such an upload. */
    PAYLOAD_TOO_LARGE("payload-too-large"),
    /** Sound as far as can be told, but past what is read: nested too deep, a text too long, too many names. */
    UNPROCESSABLE("unprocessable");

    private final String slug;

    Rejection(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }

    /** {@code detail}: one sentence for the uploader: what was found, where, which limit. */
    public WorkbookRejectedException because(String detail) {
        return new WorkbookRejectedException(this, detail);
    }
}
