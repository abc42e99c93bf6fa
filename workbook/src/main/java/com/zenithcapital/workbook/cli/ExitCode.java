package com.zenithcapital.workbook.cli;

/** What the process ends with. A promise to whoever starts it. */
enum ExitCode {
    ACCEPTED(0),
    REJECTED(1),
    USAGE(2),
    /** The file could not be read, or the answer not written. It says nothing about the workbook. */
    IO_FAILED(3),
    /** Whoever asked is gone, and asked for this end then. */
    DESERTED(4),
    /** Accepted, with findings of the severity that was asked for. */
    FINDINGS(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
