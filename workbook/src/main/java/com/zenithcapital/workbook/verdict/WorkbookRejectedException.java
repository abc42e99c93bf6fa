package com.zenithcapital.workbook.verdict;

/**
 * Ends the reading of a file. Unchecked, because it must pass through streams and the XML parser, which know only
 * {@link java.io.IOException}; caught in one place, where the inspection becomes a verdict.
 */
public final class WorkbookRejectedException extends RuntimeException {

    private static final int LONGEST_DETAIL = 500;

    private final Rejection rejection;

    WorkbookRejectedException(Rejection rejection, String detail) {
        // No stack trace: a rejection is an answer, not a fault.
        super(Shortened.to(LONGEST_DETAIL, detail), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
