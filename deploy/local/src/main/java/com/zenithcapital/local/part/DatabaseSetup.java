package com.zenithcapital.local.part;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes the databases, roles and schemas of the logins; doing it again changes nothing but the passwords. */
final class DatabaseSetup {

    /** Opens a superuser's connection to a database. */
    interface Connector {
        Connection connect(String database) throws SQLException;
    }

    private static final String EXTENSIONS = "extensions";

    private final Connector connector;

    DatabaseSetup(Connector connector) {
        this.connector = connector;
    }

    void apply(List<Login> logins) throws SQLException {
        for (Login login : logins) {
            try (Connection connection = connector.connect("postgres")) {
                makeRole(connection, login);
                makeDatabase(connection, login);
            }
            if (login.schema().isPresent()) {
                try (Connection connection = connector.connect(login.database())) {
                    makeSchema(connection, login, login.schema().get());
                }
            }
        }
    }

    private static void makeRole(Connection connection, Login login) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", login.role())) {
            run(connection, "create role %s login".formatted(login.role()));
        }
        run(connection, "alter role %s password '%s'".formatted(login.role(), login.password()));
    }

    private static void makeDatabase(Connection connection, Login login) throws SQLException {
        boolean shared = login.schema().isPresent();
        if (!exists(connection, "select 1 from pg_database where datname = ?", login.database())) {
            String owner = shared ? "" : " owner " + login.role();
            run(connection, "create database %s%s".formatted(login.database(), owner));
        }
        // PUBLIC may connect to every new database: here only who has a login for it.
        run(connection, "revoke all on database %s from public".formatted(login.database()));
        run(connection, "grant connect on database %s to %s".formatted(login.database(), login.role()));
    }

    private static void makeSchema(Connection connection, Login login, String schema) throws SQLException {
        run(connection, "revoke all on schema public from public");
        run(connection, "create schema if not exists %s authorization %s".formatted(schema, login.role()));
        // Functions only: an extension belongs to a database, and here several schemas share one.
        run(connection, "create schema if not exists " + EXTENSIONS);
        run(connection, "create extension if not exists pg_trgm schema " + EXTENSIONS);
        run(connection, "grant usage on schema %s to %s".formatted(EXTENSIONS, login.role()));
        run(
                connection,
                "alter role %s in database %s set search_path = %s, %s"
                        .formatted(login.role(), login.database(), schema, EXTENSIONS));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
