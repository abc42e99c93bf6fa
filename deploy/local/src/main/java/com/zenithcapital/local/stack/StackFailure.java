package com.zenithcapital.local.stack;

/** Why the stack could not do what was asked, in words for a person at a terminal. */
public final class StackFailure extends RuntimeException {

    public StackFailure(String message) {
        super(message);
    }

    StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
