package com.zenithcapital.local.part;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A role of PostgreSQL with the database it uses. With a schema, the role owns that schema of a shared database and
 * sees nothing else there; without, it owns the whole database.
 */
public record Login(String database, String role, String password, Optional<String> schema) {

    /** The names go into statements that take no parameters, so they are kept to what needs no quoting. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,62}");
    /** Likewise: no quote can end the literal. */
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{8,100}");

    public Login {
        require(NAME.matcher(database).matches(), "database name", database);
        require(NAME.matcher(role).matches(), "role name", role);
        require(schema.stream().allMatch(NAME.asMatchPredicate()), "schema name", schema.orElse(""));
        require(PASSWORD.matcher(password).matches(), "password for", role);
    }

    /** A role that owns the schema of its own name in a shared database. */
    public static Login owningSchema(String database, String role, String password) {
        return new Login(database, role, password, Optional.of(role));
    }

    /** A role that owns a database of its own. */
    public static Login owningDatabase(String database, String role, String password) {
        return new Login(database, role, password, Optional.empty());
    }

    private static void require(boolean condition, String what, String value) {
        if (!condition) {
            throw new IllegalArgumentException("Not a valid " + what + ": " + value);
        }
    }
}
