package com.zenithcapital.analytics.rollup;

import com.zenithcapital.analytics.event.Steps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Raw events of a UTC day, read as a stream: what they come to is held in memory, they are not. */
final class RawDay {

    private static final int FETCHED_AT_ONCE = 10_000;

    /** A visit that goes on for longer than that is cut off in a recount. */
    private static final Duration LONGEST_VISIT = Duration.ofDays(1);

    /** How far before its visit's beginning an event may lie. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private RawDay() {}

    /**
     * Whether nothing of what a day is counted from has been dropped: its own partition, and that of the day before, on which
     * visits that went on past midnight began.
     */
    static boolean isKept(Connection connection, LocalDate day) throws SQLException {
        String query = "select to_regclass(?) is not null and to_regclass(?) is not null";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, partition(day.minusDays(1)));
            statement.setString(2, partition(day));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    private static String partition(LocalDate day) {
        return "event_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** By the index on occurred_at. */
    static void countEvents(Connection connection, Cells cells, Instant from, Instant to) throws SQLException {
        String query = """
                select occurred_at, visitor, starts_visit, name, path, insight, model, source, channel, utm_source,
                       utm_medium, utm_campaign, country, device, browser, system
                from event where occurred_at >= ? and occurred_at < ?
                """;
        try (PreparedStatement statement = streaming(connection, query, from, to);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                cells.add(event(rows));
            }
        }
    }

    /** Sorted by the database, which does so on disk where it is more than its memory for it. */
    static void countVisits(Connection connection, Cells cells, Steps steps, LocalDate day) throws SQLException {
        String query = """
                select visit, occurred_at, starts_visit, name, path
                from event where occurred_at >= ? and occurred_at < ? and visit is not null
                order by visit, received_at, occurred_at, id
                """;
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant().minus(PAUSE);
        Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(LONGEST_VISIT);
        VisitFold fold = new VisitFold(steps, day, cells);
        try (PreparedStatement statement = streaming(connection, query, from, to);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                fold.add(
                        rows.getLong(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant(),
                        rows.getBoolean(3),
                        rows.getString(4),
                        rows.getString(5));
            }
        }
        fold.end();
    }

    private static PreparedStatement streaming(Connection connection, String query, Instant from, Instant to)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setFetchSize(FETCHED_AT_ONCE);
        statement.setObject(1, from.atOffset(ZoneOffset.UTC));
        statement.setObject(2, to.atOffset(ZoneOffset.UTC));
        return statement;
    }

    private static RawEvent event(ResultSet rows) throws SQLException {
        long visitor = rows.getLong(2);
        @Nullable Long known = rows.wasNull() ? null : visitor;
        return new RawEvent(
                rows.getObject(1, OffsetDateTime.class).toInstant(),
                known,
                rows.getBoolean(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                rows.getString(9),
                rows.getString(10),
                rows.getString(11),
                rows.getString(12),
                rows.getString(13),
                rows.getString(14),
                rows.getString(15),
                rows.getString(16));
    }
}
