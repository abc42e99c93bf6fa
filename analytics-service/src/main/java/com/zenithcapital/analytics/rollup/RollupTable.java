package com.zenithcapital.analytics.rollup;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.event.Visitors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The rows of one grain. Written by whoever holds {@link RollupLock}, so what was read is still so when it is written.
 */
final class RollupTable {

    /** Cells in one statement: dense sketches are 2 KB each, in both directions. */
    private static final int AT_ONCE = 5_000;

    private static final String CELLS = """
            from unnest(?::smallint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])
                 as k (dimension, slot, value, pageviews, visits, downloads, others, bounces, seconds, visitors, sketch)
            """;

    private final Grain grain;
    private final String table;
    private final String column;
    private final String read;
    private final String write;

    /** @param slot the value of {@code column}, made of a cell's number */
    private RollupTable(Grain grain, String table, String column, String slot, String write) {
        this.grain = grain;
        this.table = table;
        this.column = column;
        this.write = write.formatted(CELLS);
        // By the primary key, once for each cell.
        this.read = """
                select k.i, r.sketch
                from unnest(?::smallint[], ?::bigint[], ?::text[]) with ordinality as k (dimension, slot, value, i)
                join %s r on r.dimension = k.dimension and r.%s = %s and r.value = k.value
                """.formatted(table, column, slot);
    }

    static RollupTable of(Grain grain) {
        return switch (grain) {
            case MINUTE -> new RollupTable(grain, "rollup_minute", "slot", "to_timestamp(k.slot)", """
                    insert into rollup_minute as r (dimension, slot, value, pageviews, visits, downloads, others, sketch)
                    select dimension, to_timestamp(slot), value, pageviews, visits, downloads, others, sketch
                    %s
                    on conflict (dimension, slot, value) do update
                    set pageviews = r.pageviews + excluded.pageviews, visits = r.visits + excluded.visits,
                        downloads = r.downloads + excluded.downloads, others = r.others + excluded.others,
                        sketch = excluded.sketch
                    """);
            case QUARTER -> new RollupTable(grain, "rollup_quarter", "slot", "to_timestamp(k.slot)", """
                    insert into rollup_quarter as r
                        (dimension, slot, value, pageviews, visits, downloads, others, bounces, seconds, sketch)
                    select dimension, to_timestamp(slot), value, pageviews, visits, downloads, others, bounces, seconds,
                           sketch
                    %s
                    on conflict (dimension, slot, value) do update
                    set pageviews = r.pageviews + excluded.pageviews, visits = r.visits + excluded.visits,
                        downloads = r.downloads + excluded.downloads, others = r.others + excluded.others,
                        bounces = r.bounces + excluded.bounces, seconds = r.seconds + excluded.seconds,
                        sketch = excluded.sketch
                    """);
            case DAY -> new RollupTable(grain, "rollup_day", "day", "date '1970-01-01' + k.slot::int", """
                    insert into rollup_day as r
                        (dimension, day, value, pageviews, visits, downloads, others, bounces, seconds, visitors, sketch)
                    select dimension, date '1970-01-01' + slot::int, value, pageviews, visits, downloads, others, bounces,
                           seconds, visitors, sketch
                    %s
                    on conflict (dimension, day, value) do update
                    set pageviews = r.pageviews + excluded.pageviews, visits = r.visits + excluded.visits,
                        downloads = r.downloads + excluded.downloads, others = r.others + excluded.others,
                        bounces = r.bounces + excluded.bounces, seconds = r.seconds + excluded.seconds,
                        visitors = excluded.visitors, sketch = excluded.sketch
                    """);
        };
    }

    /** Adds what was counted to the rows. The cells have the rows' visitors among theirs afterwards. */
    void add(Connection connection, Cells cells) throws SQLException {
        List<Cells.Counted> all = new ArrayList<>();
        cells.forEach(grain, all::add);
        add(connection, all);
    }

    private void add(Connection connection, List<Cells.Counted> all) throws SQLException {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Cells.Counted> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            Columns columns = new Columns(grain, some);
            merge(connection, columns, some);
            write(connection, columns, some);
        }
    }

    /** How many cells of a slot have other rows than these, or none, or a row and are not among these. */
    int differing(Connection connection, Cells cells, long slot) throws SQLException {
        Map<Key, Cell> expected = new HashMap<>();
        cells.forEach(
                grain,
                slot,
                counted -> expected.put(new Key(counted.dimension().code(), counted.value()), counted.cell()));
        int differing = 0;
        // The primary key serves it, a dimension at a time.
        String query = """
                select dimension, value, pageviews, visits, downloads, others, bounces, seconds, sketch
                from %s where dimension = any (?) and %s = ?
                """.formatted(table, column);
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            bindSlot(statement, slot);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    @Nullable Cell cell = expected.remove(new Key(rows.getInt(1), rows.getString(2)));
                    if (cell == null || !cell.figures().equals(figures(rows))) {
                        differing++;
                    }
                }
            }
        }
        return differing + expected.size();
    }

    /** Puts these in the place of all rows of a slot. */
    void replace(Connection connection, Cells cells, long slot) throws SQLException {
        String delete = "delete from %s where dimension = any (?) and %s = ?".formatted(table, column);
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            bindSlot(statement, slot);
            statement.executeUpdate();
        }
        List<Cells.Counted> all = new ArrayList<>();
        cells.forEach(grain, slot, all::add);
        add(connection, all);
    }

    private void bindSlot(PreparedStatement statement, long slot) throws SQLException {
        short[] codes = new short[grain.dimensions().size()];
        int i = 0;
        for (Dimension dimension : grain.dimensions()) {
            codes[i++] = (short) dimension.code();
        }
        statement.setArray(
                1, statement.getConnection().unwrap(PGConnection.class).createArrayOf("int2", codes));
        statement.setObject(
                2,
                grain == Grain.DAY
                        ? LocalDate.ofEpochDay(slot)
                        : grain.start(slot).atOffset(ZoneOffset.UTC));
    }

    private static Cell.Figures figures(ResultSet row) throws SQLException {
        return new Cell.Figures(
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                Visitors.of(row.getBytes(9)).estimate());
    }

    private record Key(int dimension, String value) {}

    private void merge(Connection connection, Columns columns, List<Cells.Counted> some) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(read)) {
            columns.bindKeys(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    some.get((int) rows.getLong(1) - 1).cell().add(rows.getBytes(2));
                }
            }
        }
    }

    private void write(Connection connection, Columns columns, List<Cells.Counted> some) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(write)) {
            columns.bindKeys(statement);
            columns.bindFigures(statement, some);
            statement.executeUpdate();
        }
    }

    /** Cells as the driver sends arrays fastest. */
    private static final class Columns {

        private final Grain grain;
        private final short[] dimensions;
        private final long[] slots;
        private final String[] values;

        Columns(Grain grain, List<Cells.Counted> cells) {
            this.grain = grain;
            dimensions = new short[cells.size()];
            slots = new long[cells.size()];
            values = new String[cells.size()];
            for (int i = 0; i < cells.size(); i++) {
                Cells.Counted counted = cells.get(i);
                dimensions[i] = (short) counted.dimension().code();
                slots[i] = grain == Grain.DAY
                        ? counted.slot()
                        : grain.start(counted.slot()).getEpochSecond();
                values[i] = counted.value();
            }
        }

        void bindKeys(PreparedStatement statement) throws SQLException {
            PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
            statement.setArray(1, connection.createArrayOf("int2", dimensions));
            statement.setArray(2, connection.createArrayOf("int8", slots));
            statement.setArray(3, connection.createArrayOf("text", values));
        }

        void bindFigures(PreparedStatement statement, List<Cells.Counted> cells) throws SQLException {
            int size = cells.size();
            long[][] figures = new long[7][size];
            byte[][] sketches = new byte[size][];
            for (int i = 0; i < size; i++) {
                Cell cell = cells.get(i).cell();
                figures[0][i] = cell.pageviews();
                figures[1][i] = cell.visits();
                figures[2][i] = cell.downloads();
                figures[3][i] = cell.others();
                figures[4][i] = cell.bounces();
                figures[5][i] = cell.seconds();
                figures[6][i] = grain == Grain.DAY ? cell.estimate() : 0;
                sketches[i] = cell.sketch();
            }
            PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
            for (int i = 0; i < figures.length; i++) {
                statement.setArray(4 + i, connection.createArrayOf("int8", figures[i]));
            }
            statement.setArray(11, connection.createArrayOf("bytea", sketches));
        }
    }
}
