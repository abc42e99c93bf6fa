package com.zenithcapital.platform.problem;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether an exception comes from a database or a broker that is away, which heals by itself. */
final class Outage {

    /** By name: not every service has a Kafka client. What its producer and consumer throw when no broker answers. */
    private static final Set<String> KAFKA = Set.of(
            "org.apache.kafka.common.errors.TimeoutException",
            "org.apache.kafka.common.errors.DisconnectException",
            "org.apache.kafka.common.errors.NetworkException");

    private Outage() {}

    static boolean isBehind(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (@Nullable Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
            if (KAFKA.contains(cause.getClass().getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException exception) {
        @Nullable String state = exception.getSQLState();
        if (state == null) {
            // Agroal's own, in several wordings: no connection was to be had. A statement that fails has a state.
            return true;
        }
        // Class 08 connection exception; 57P01 to 57P03 shutting down or starting up; 53300 too many connections.
        return state.startsWith("08") || state.startsWith("57P0") || state.equals("53300");
    }
}
