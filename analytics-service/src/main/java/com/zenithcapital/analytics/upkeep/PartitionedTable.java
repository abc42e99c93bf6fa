package com.zenithcapital.analytics.upkeep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table with a partition for each UTC day, {@code event_20261101}, and one for what has none.
 *
 * @param column the time by which rows are partitioned
 */
record PartitionedTable(String name, String column) {

    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern OF_A_DAY = Pattern.compile(".*_(\\d{8})");

    Set<LocalDate> days(Connection connection) throws SQLException {
        String query = """
                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = ?::regclass
                """;
        Set<LocalDate> days = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Matcher matcher = OF_A_DAY.matcher(rows.getString(1));
                    if (matcher.matches()) {
                        days.add(LocalDate.parse(matcher.group(1), SUFFIX));
                    }
                }
            }
        }
        return days;
    }

    /** How many days after this one have a partition, up to the first that has none. */
    long daysAfter(Connection connection, LocalDate today) throws SQLException {
        Set<LocalDate> days = days(connection);
        return Stream.iterate(today.plusDays(1), day -> day.plusDays(1))
                .takeWhile(days::contains)
                .count();
    }

    /**
     * Makes a day's partition. Rows of that day that strayed move into it: PostgreSQL attaches none while there are
     * any. Returns how many they were.
     */
    int make(Connection connection, LocalDate day) throws SQLException {
        String partition = partition(day);
        String from = "'" + day + " 00:00:00+00'";
        String to = "'" + day.plusDays(1) + " 00:00:00+00'";
        try (Statement statement = connection.createStatement()) {
            // "create table … partition of" would lock the whole table against reading; attaching locks the strays
            // alone.
            statement.execute("create table %s (like %s including defaults including constraints including indexes)"
                    .formatted(partition, name));
            statement.execute("lock table %s_stray in access exclusive mode".formatted(name));
            int strays = statement.executeUpdate("""
                    with strays as (delete from %s_stray where %s >= %s and %s < %s returning *)
                    insert into %s select * from strays
                    """.formatted(name, column, from, column, to, partition));
            // Spares attaching a look at each row.
            statement.execute("alter table %s add constraint %s_day check (%s >= %s and %s < %s)"
                    .formatted(partition, partition, column, from, column, to));
            statement.execute("alter table %s attach partition %s for values from (%s) to (%s)"
                    .formatted(name, partition, from, to));
            statement.execute("alter table %s drop constraint %s_day".formatted(partition, partition));
            return strays;
        }
    }

    void drop(Connection connection, LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table " + partition(day));
        }
    }

    long strays(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from %s_stray".formatted(name))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String partition(LocalDate day) {
        return name + "_" + SUFFIX.format(day);
    }
}
