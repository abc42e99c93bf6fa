package com.zenithcapital.analytics.rollup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** The roll-ups as rows. */
public final class RollupRows {

    private static final List<RollupTable> TABLES =
            Arrays.stream(Grain.values()).map(RollupTable::of).toList();

    private RollupRows() {}

    /** Adds to them, in the transaction at hand, which holds {@link RollupLock}. */
    public static void add(Connection connection, Cells cells) throws SQLException {
        for (RollupTable table : TABLES) {
            table.add(connection, cells);
        }
        WayRows.add(connection, cells.ways());
    }
}
