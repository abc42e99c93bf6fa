package com.zenithcapital.workbook.cli;

/** What the process ends with. A promise to whoever starts it. */
enum ExitCode {
    ACCEPTED(0),
    REJECTED(1),
    USAGE(2),
    UNREADABLE(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
