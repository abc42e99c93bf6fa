package com.zenithcapital.platform.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What stands in the outbox, read from outside any transaction. */
@Singleton
class OutboxTable {

    private final AgroalDataSource database;

    OutboxTable(AgroalDataSource database) {
        this.database = database;
    }

    int published(String keyPrefix) throws SQLException {
        return count("published_at is not null and key like ?", keyPrefix);
    }

    int unpublished(String keyPrefix) throws SQLException {
        return count("published_at is null and key like ?", keyPrefix);
    }

    int failedAndSaidWhy(String keyPrefix) throws SQLException {
        return count(
                "attempts > 0 and last_error is not null and last_attempt_at is not null and key like ?", keyPrefix);
    }

    /** The sessions that hold a relay's lock: one, but for the moment between two. */
    List<Integer> activeRelays() throws SQLException {
        String query = """
                select pid from pg_locks join pg_stat_activity using (pid)
                where locktype = 'advisory' and application_name = 'outbox-relay'
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<Integer> pids = new ArrayList<>();
            while (rows.next()) {
                pids.add(rows.getInt(1));
            }
            return pids;
        }
    }

    void endSession(int pid) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_terminate_backend(?)")) {
            statement.setInt(1, pid);
            statement.execute();
        }
    }

    void remove(String keyPrefix) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("delete from outbox where key like ?")) {
            statement.setString(1, keyPrefix + "%");
            statement.executeUpdate();
        }
    }

    void age(String keyPrefix, String by) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update outbox set published_at = published_at - ?::interval where key like ?")) {
            statement.setString(1, by);
            statement.setString(2, keyPrefix + "%");
            statement.executeUpdate();
        }
    }

    private int count(String condition, String keyPrefix) throws SQLException {
        return query("select count(*) from outbox where " + condition, keyPrefix + "%");
    }

    private int query(String query, String parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
