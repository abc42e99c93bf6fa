package com.zenithcapital.platform.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement failed; the transaction at hand is rolled back. */
public final class DatabaseException extends RuntimeException {

    private static final String UNIQUE_VIOLATION = "23505";

    DatabaseException(SQLException cause) {
        super("A statement failed", cause);
    }

    /** Whether a row with the same unique key is there already. */
    public boolean isDuplicate() {
        return getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    /**
     * Whether this failure, or what led to it, is the database being away or too busy rather than refusing: the same
     * statement may succeed later.
     */
    public static boolean isOutage(@Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
        }
        return false;
    }

    /** PostgreSQL's error codes, appendix A of its manual. */
    private static boolean isOutage(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        // Agroal's "acquisition timeout" has no state: no connection became free, or none could be opened.
        return state == null
                || state.startsWith("08") // connection exception
                || state.startsWith("53") // insufficient resources
                || state.startsWith("57") // operator intervention: shutdown, crash, statement cancelled
                || state.startsWith("40"); // deadlock or serialization failure
    }
}
