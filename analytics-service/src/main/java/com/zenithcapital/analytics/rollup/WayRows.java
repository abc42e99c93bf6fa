package com.zenithcapital.analytics.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The ways that visits of a day went. */
final class WayRows {

    private WayRows() {}

    /** Adds to them, or takes from them; one that no visit goes any more is removed. */
    static void add(Connection connection, Map<Cells.WayOfDay, Long> ways) throws SQLException {
        List<Map.Entry<Cells.WayOfDay, Long>> changed = new ArrayList<>(ways.entrySet());
        changed.removeIf(entry -> entry.getValue() == 0);
        if (changed.isEmpty()) {
            return;
        }
        changed.sort(Map.Entry.comparingByKey(
                Comparator.comparingLong(Cells.WayOfDay::day).thenComparing(Cells.WayOfDay::steps)));
        String add = """
                insert into visit_way as w (day, steps, visits)
                select date '1970-01-01' + day::int, steps, visits
                from unnest(?::bigint[], ?::text[], ?::bigint[]) as k (day, steps, visits)
                on conflict (day, steps) do update set visits = w.visits + excluded.visits
                """;
        PGConnection driver = connection.unwrap(PGConnection.class);
        long[] days = changed.stream().mapToLong(entry -> entry.getKey().day()).toArray();
        String[] steps = changed.stream().map(entry -> entry.getKey().steps()).toArray(String[]::new);
        long[] visits = changed.stream().mapToLong(Map.Entry::getValue).toArray();
        try (PreparedStatement statement = connection.prepareStatement(add)) {
            statement.setArray(1, driver.createArrayOf("int8", days));
            statement.setArray(2, driver.createArrayOf("text", steps));
            statement.setArray(3, driver.createArrayOf("int8", visits));
            statement.executeUpdate();
        }
        removeEmptied(connection, days, steps);
        nextVersion(connection, days);
    }

    /** What was made of these days is out of date. By the primary key, the days in their order. */
    private static void nextVersion(Connection connection, long[] days) throws SQLException {
        String count = """
                insert into visit_way_day as d (day, version)
                select date '1970-01-01' + day::int, 1 from unnest(?::bigint[]) as k (day)
                on conflict (day) do update set version = d.version + 1
                """;
        PGConnection driver = connection.unwrap(PGConnection.class);
        long[] each = Arrays.stream(days).distinct().toArray();
        try (PreparedStatement statement = connection.prepareStatement(count)) {
            statement.setArray(1, driver.createArrayOf("int8", each));
            statement.executeUpdate();
        }
    }

    /** By the primary key. */
    private static void removeEmptied(Connection connection, long[] days, String[] steps) throws SQLException {
        String delete = """
                delete from visit_way w
                using unnest(?::bigint[], ?::text[]) as k (day, steps)
                where w.day = date '1970-01-01' + k.day::int and w.steps = k.steps and w.visits = 0
                """;
        PGConnection driver = connection.unwrap(PGConnection.class);
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setArray(1, driver.createArrayOf("int8", days));
            statement.setArray(2, driver.createArrayOf("text", steps));
            statement.executeUpdate();
        }
    }

    /** How many ways of the day are gone by another number of visits than these say. */
    static int differing(Connection connection, Map<Cells.WayOfDay, Long> ways, LocalDate day) throws SQLException {
        Map<Cells.WayOfDay, Long> expected = new HashMap<>(ways);
        int differing = 0;
        // The primary key serves it.
        String query = "select steps, visits from visit_way where day = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, day);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    @Nullable Long visits = expected.remove(new Cells.WayOfDay(day.toEpochDay(), rows.getString(1)));
                    if (visits == null || visits != rows.getLong(2)) {
                        differing++;
                    }
                }
            }
        }
        return differing + expected.size();
    }

    static void replace(Connection connection, Map<Cells.WayOfDay, Long> ways, LocalDate day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from visit_way where day = ?")) {
            statement.setObject(1, day);
            statement.executeUpdate();
        }
        nextVersion(connection, new long[] {day.toEpochDay()});
        add(connection, ways);
    }
}
