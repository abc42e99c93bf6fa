package com.zenithcapital.platform.inbox;

import java.sql.SQLException;

/** The database could not say whether an event is new; the caller's transaction is rolled back. */
public final class InboxException extends RuntimeException {

    InboxException(String message, SQLException cause) {
        super(message, cause);
    }
}
