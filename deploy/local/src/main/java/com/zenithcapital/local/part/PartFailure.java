package com.zenithcapital.local.part;

import java.util.List;

/** A part that could not do what was asked; the message says why in words for a person at a terminal. */
public final class PartFailure extends RuntimeException {

    private final String part;
    private final List<String> logTail;

    PartFailure(String part, String message, List<String> logTail) {
        super(message);
        this.part = part;
        this.logTail = List.copyOf(logTail);
    }

    PartFailure(String part, String message, Throwable cause) {
        super(message, cause);
        this.part = part;
        this.logTail = List.of();
    }

    public String part() {
        return part;
    }

    /** The last lines that the part printed; empty where it never ran. */
    public List<String> logTail() {
        return logTail;
    }
}
