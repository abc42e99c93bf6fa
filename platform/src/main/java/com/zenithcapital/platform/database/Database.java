package com.zenithcapital.platform.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Runs SQL in the transaction at hand, and each statement in one of its own where there is none.
 *
 * <p>Arguments stand in the order of their question marks. An {@link Instant} becomes a {@code timestamptz}, a
 * {@link Duration} an {@code interval}, an enum its name, a list of strings a {@code text[]}; a {@code jsonb} is passed
 * as text and cast.
 */
@ApplicationScoped
public class Database {

    /** Reads one row; leaves the cursor alone. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    /** All rows, in the query's order. The query says how many at most. */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return found(statement, reader, arguments);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /**
     * As {@link #list}, for a query whose best plan depends on its arguments, such as a search for a word that is rare
     * or in every text: PostgreSQL plans it each time anew and never for all arguments alike, as it may after five
     * times.
     */
    public <T> List<T> listPlannedAnew(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return found(statement, reader, arguments);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static <T> List<T> found(PreparedStatement statement, RowReader<T> reader, @Nullable Object[] arguments)
            throws SQLException {
        bind(statement, arguments);
        try (ResultSet rows = statement.executeQuery()) {
            Row row = new Row(rows);
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(row));
            }
            return found;
        }
    }

    /** The row of a query that finds one at most. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        return list(sql, reader, arguments).stream().findFirst();
    }

    /** How many rows the statement changed. */
    public int update(String sql, @Nullable Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, asJdbc(statement, arguments[i]));
        }
    }

    private static @Nullable Object asJdbc(PreparedStatement statement, @Nullable Object argument) throws SQLException {
        return switch (argument) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            // Bound as text: the statement casts it with ::interval.
            case Duration duration -> duration.toString();
            case Enum<?> constant -> constant.name();
            case List<?> texts -> statement.getConnection().createArrayOf("text", texts.toArray());
            default -> argument;
        };
    }
}
