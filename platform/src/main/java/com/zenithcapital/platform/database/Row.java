package com.zenithcapital.platform.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row a query stands at. A column read by its plain name must not be null; the {@code optional} ones may be. */
public final class Row {

    private final ResultSet row;

    Row(ResultSet row) {
        this.row = row;
    }

    public UUID uuid(String column) throws SQLException {
        return present(column, row.getObject(column, UUID.class));
    }

    public String text(String column) throws SQLException {
        return present(column, row.getString(column));
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    public int integer(String column) throws SQLException {
        return present(column, row.getObject(column, Integer.class));
    }

    public Optional<Integer> optionalInteger(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Integer.class));
    }

    public long number(String column) throws SQLException {
        return present(column, row.getObject(column, Long.class));
    }

    public boolean flag(String column) throws SQLException {
        return present(column, row.getObject(column, Boolean.class));
    }

    public Instant instant(String column) throws SQLException {
        return optionalInstant(column)
                .orElseThrow(() -> new IllegalStateException("The column " + column + " is null"));
    }

    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public byte[] bytes(String column) throws SQLException {
        return present(column, row.getBytes(column));
    }

    /** Of a text column, its UTF-8. */
    public Optional<byte[]> optionalBytes(String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column));
    }

    public List<String> texts(String column) throws SQLException {
        Array array = present(column, row.getArray(column));
        return List.of((String[]) array.getArray());
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The column " + column + " is null");
        }
        return value;
    }
}
