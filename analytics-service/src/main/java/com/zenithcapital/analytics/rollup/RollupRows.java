package com.zenithcapital.analytics.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

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
        addWays(connection, cells.ways());
    }

    private static void addWays(Connection connection, Map<Cells.WayOfDay, Long> ways) throws SQLException {
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
        try (PreparedStatement statement = connection.prepareStatement(add)) {
            statement.setArray(
                    1,
                    driver.createArrayOf(
                            "int8",
                            changed.stream()
                                    .mapToLong(entry -> entry.getKey().day())
                                    .toArray()));
            statement.setArray(
                    2,
                    driver.createArrayOf(
                            "text",
                            changed.stream()
                                    .map(entry -> entry.getKey().steps())
                                    .toArray(String[]::new)));
            statement.setArray(
                    3,
                    driver.createArrayOf(
                            "int8",
                            changed.stream().mapToLong(Map.Entry::getValue).toArray()));
            statement.executeUpdate();
        }
        removeEmptied(connection, changed);
    }

    /** A visit that went on has left its way for a longer one. By the primary key. */
    private static void removeEmptied(Connection connection, List<Map.Entry<Cells.WayOfDay, Long>> changed)
            throws SQLException {
        String delete = "delete from visit_way where day = any (?::date[]) and visits = 0";
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "date",
                            changed.stream()
                                    .map(entry -> java.time.LocalDate.ofEpochDay(
                                            entry.getKey().day()))
                                    .distinct()
                                    .toArray()));
            statement.executeUpdate();
        }
    }
}
