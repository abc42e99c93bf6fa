package com.zenithcapital.modelfile.notice;

/** A recipient's address is none. Its message does not quote it. */
final class NoAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAddressException(IllegalArgumentException cause) {
        super("The recipient's address is none", cause);
    }
}
