package com.zenithcapital.platform.outbox;

import java.sql.SQLException;

/** The database refused a row of the outbox; the caller's transaction is rolled back. */
public final class OutboxException extends RuntimeException {

    OutboxException(String message, SQLException cause) {
        super(message, cause);
    }
}
