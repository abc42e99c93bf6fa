package com.zenithcapital.platform.problem;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the database refused a value as such: a NUL in a text, a time beyond its calendar. Callers bring those in paths
 * and cursors that are otherwise well-formed.
 */
final class Unstorable {

    /** 22021 character not in repertoire; 22008 datetime field overflow. */
    private static final Set<String> STATES = Set.of("22021", "22008");

    private Unstorable() {}

    static boolean isBehind(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (@Nullable Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
