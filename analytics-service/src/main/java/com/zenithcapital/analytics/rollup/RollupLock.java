package com.zenithcapital.analytics.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Held by the one transaction that changes roll-ups, tallies, visits' ways and readership, whichever instance's it is.
 * It is taken after the rows of {@code event_seen} and {@code visit}, each in the order of their keys: since all take
 * locks in this order, none waits for one that waits for it.
 */
public final class RollupLock {

    /** "ZENITH" in ASCII. */
    private static final long KEY = 0x5A_45_4E_49_54_48L;

    private RollupLock() {}

    /** Waits for whoever has it; it is let go with the transaction. */
    public static void take(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, KEY);
            statement.execute();
        }
    }
}
