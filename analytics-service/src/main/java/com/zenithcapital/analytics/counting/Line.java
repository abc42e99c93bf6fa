package com.zenithcapital.analytics.counting;

import java.sql.Connection;
import java.sql.SQLException;

/** The way to the database. */
@FunctionalInterface
interface Line {

    /** The caller closes it. */
    Connection open() throws SQLException;
}
