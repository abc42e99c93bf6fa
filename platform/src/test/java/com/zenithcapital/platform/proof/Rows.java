package com.zenithcapital.platform.proof;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database as somebody with its URL and password sees it; one connection a query, so that a killed server is no obstacle later. */
public record Rows(String url, String user, String password) {

    /** The first column of every row, as text. */
    public List<String> list(String sql, Object... arguments) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(String.valueOf(rows.getString(1)));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Query failed: " + sql, e);
        }
    }

    /** The one number this query answers. */
    public long count(String sql, Object... arguments) {
        return Long.parseLong(list(sql, arguments).getFirst());
    }

    /** A ledger of this query's first column. */
    public Ledger ledger(String sql, Object... arguments) {
        Object[] own = arguments.clone();
        return () -> list(sql, own);
    }

    @Override
    public String toString() {
        return "%s as %s".formatted(url, user);
    }
}
