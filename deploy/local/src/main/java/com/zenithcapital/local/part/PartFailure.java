package com.zenithcapital.local.part;

import java.util.List;

/** A part that could not do what was asked; the message says why in words for a person at a terminal. */
public final class PartFailure extends RuntimeException {

    private final String part;

    /** With the last lines that the part printed, where it printed any. */
    PartFailure(String part, String message, List<String> logTail) {
        super(logTail.isEmpty() ? message : message + "\n    " + String.join("\n    ", logTail));
        this.part = part;
    }

    PartFailure(String part, String message, Throwable cause) {
        super(message, cause);
        this.part = part;
    }

    public String part() {
        return part;
    }
}
