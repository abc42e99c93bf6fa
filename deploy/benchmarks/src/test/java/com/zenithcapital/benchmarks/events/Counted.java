package com.zenithcapital.benchmarks.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What of the events is counted by now, and what Postgres does with the same rows when it does nothing else. */
final class Counted implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Connection connection;

    Counted(String url, String password) {
        try {
            connection = DriverManager.getConnection(url, "analytics", password);
        } catch (SQLException e) {
            throw new IllegalStateException("Postgres cannot be asked", e);
        }
    }

    /** How many events have been stored, filtered or found to be duplicates. */
    long total() {
        return number("select coalesce(sum(events), 0) from tally where kind in ('stored', 'filtered', 'duplicate')");
    }

    /** Seconds until that many are. */
    double untilTotal(long expected) {
        long began = System.nanoTime();
        while (total() < expected) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("%d of %d events are counted".formatted(total(), expected));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** The counted rows, as COPY writes them; how many. */
    long writeRows(Path file, long most) throws SQLException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return copies().copyOut(
                            "copy (select * from event limit %d) to stdout (format binary)".formatted(most), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seconds for COPY alone, into a table without an index. */
    double copyAlone(Path file) throws SQLException {
        execute("drop table if exists bench_event", "create table bench_event (like event)");
        double seconds = copy(file, "bench_event");
        execute("drop table bench_event");
        return seconds;
    }

    /** Seconds for COPY into a staging table, the ids made unique, and those that are new moved on. */
    double copyUnique(Path file) throws SQLException {
        execute(
                "drop table if exists bench_event, bench_staging, bench_seen",
                "create table bench_event (like event including indexes)",
                "create unlogged table bench_staging (like event)",
                "create table bench_seen (id uuid primary key, day date not null)");
        double seconds = copy(file, "bench_staging");
        long began = System.nanoTime();
        execute("""
                with new as (
                    insert into bench_seen select id, received_at::date from bench_staging on conflict do nothing returning id)
                insert into bench_event select s.* from bench_staging s join new using (id)
                """);
        seconds += (System.nanoTime() - began) / 1e9;
        execute("drop table bench_event, bench_staging, bench_seen");
        return seconds;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private double copy(Path file, String table) throws SQLException {
        long began = System.nanoTime();
        try (InputStream rows = Files.newInputStream(file)) {
            copies().copyIn("copy %s from stdin (format binary)".formatted(table), rows, 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("Postgres did not answer", e);
        }
    }
}
