package com.zenithcapital.content.body;

/** The author's text passes a limit that keeps rendering quick; the message says which, in words fit for the author. */
public final class UnrenderableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnrenderableException(String reason) {
        super(reason);
    }
}
