package com.zenithcapital.analytics.upkeep;

import com.zenithcapital.platform.polling.PollingLoop;
import com.zenithcapital.platform.session.OwnConnection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Looks after the tables, at start and every so often, in whichever instance holds the lock. Each piece is a
 * transaction of its own that waits for others' locks for seconds only: what could not be done is done at the next
 * look.
 */
@ApplicationScoped
class Upkeep {

    private static final Logger LOG = Logger.getLogger(Upkeep.class);

    /** "KEEP" in ASCII. */
    private static final long LOCK = 0x4B_45_45_50L;

    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(5);

    /** Rows of one deletion: some seconds at most, however many there are in all. */
    private static final int SLICE = 50_000;

    private static final int DAYS_AHEAD = 7;
    private static final int DAYS_BACK = 7;

    private static final PartitionedTable EVENTS = new PartitionedTable("event", "occurred_at");
    private static final PartitionedTable FILTERED = new PartitionedTable("filtered_event", "received_at");

    private final RetentionConfig config;
    private final OwnConnection connections;
    private final Clock clock;
    private final PollingLoop loop;
    private final AtomicLong strays = new AtomicLong();
    private final AtomicLong ahead = new AtomicLong();

    Upkeep(RetentionConfig config, OwnConnection connections, MeterRegistry metrics, Clock clock) {
        this.config = config;
        this.connections = connections;
        this.clock = clock;
        this.loop = new PollingLoop("upkeep", 1, config.every(), this::look);
        Gauge.builder("zenith.analytics.stray.rows", strays, AtomicLong::doubleValue)
                .description("Events that found no partition of their day")
                .register(metrics);
        Gauge.builder("zenith.analytics.partitions.ahead", ahead, AtomicLong::doubleValue)
                .description("Days from tomorrow on that have their partitions")
                .register(metrics);
    }

    /** Where the tables are left alone too: how they stand is to be seen all the same. */
    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private boolean look() {
        try {
            keep();
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be looked after", e);
        }
        return false;
    }

    /** Does what is to be done now. */
    void keep() throws SQLException {
        try (Connection connection = connections.open("upkeep", LONGEST_STATEMENT.plusSeconds(30))) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set statement_timeout = " + LONGEST_STATEMENT.toMillis());
                statement.execute("set lock_timeout = '3s'");
            }
            Instant now = clock.instant();
            LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
            // Those that are brought home now are told all the same, until the next look: an alert has to see them.
            long strayed = EVENTS.strays(connection) + FILTERED.strays(connection);
            if (config.enabled() && isOurs(connection)) {
                forget(connection, now, today);
                partition(connection, EVENTS, today, today.minusDays(config.rawDays()));
                partition(connection, FILTERED, today, today.minusDays(config.filteredDays()));
            }
            strays.set(strayed);
            ahead.set(Math.min(EVENTS.daysAfter(connection, today), FILTERED.daysAfter(connection, today)));
        }
    }

    private static boolean isOurs(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    private static void partition(Connection connection, PartitionedTable table, LocalDate today, LocalDate first)
            throws SQLException {
        Set<LocalDate> days = table.days(connection);
        for (LocalDate day = today.minusDays(DAYS_BACK);
                !day.isAfter(today.plusDays(DAYS_AHEAD));
                day = day.plusDays(1)) {
            if (!days.contains(day) && !day.isBefore(first)) {
                LocalDate made = day;
                attempt(connection, table.name() + " of " + day, () -> {
                    int moved = table.make(connection, made);
                    if (moved > 0) {
                        LOG.warnf("strays brought home table=%s day=%s rows=%d", table.name(), made, moved);
                    }
                });
            }
        }
        for (LocalDate day : days) {
            if (day.isBefore(first)) {
                attempt(connection, "drop " + table.name() + " of " + day, () -> table.drop(connection, day));
            }
        }
        // What strayed so late that its partition would have been dropped by now.
        delete(
                connection,
                table.name() + "_stray",
                table.column() + " < ?",
                first.atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    /** What is somebody's comes first. By the indexes named in the migration, and by primary key. */
    private void forget(Connection connection, Instant now, LocalDate today) throws SQLException {
        LocalDate read = today.minusDays(config.readershipDays());
        delete(connection, "readership", "day < ?", read);
        delete(connection, "reader_week", "week < ?", read);
        delete(connection, "reader", "seen_on < ?", read);
        delete(connection, "visit", "last_at < ?", at(now, config.visits()));
        delete(connection, "rollup_minute", "dimension between 0 and 31 and slot < ?", at(now, config.minutes()));
        delete(connection, "event_seen", "day < ?", today.minusDays(config.seenDays()));
    }

    private static Object at(Instant now, Duration before) {
        return now.minus(before).atOffset(ZoneOffset.UTC);
    }

    /** A slice at a time, each for good: a day of ids is a hundred million rows on a busy site. */
    private static void delete(Connection connection, String table, String condition, Object limit)
            throws SQLException {
        String slice = "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s limit %3$d))"
                .formatted(table, condition, SLICE);
        int[] deleted = new int[1];
        do {
            deleted[0] = 0;
            attempt(connection, "delete from " + table, () -> {
                try (PreparedStatement statement = connection.prepareStatement(slice)) {
                    statement.setObject(1, limit);
                    deleted[0] = statement.executeUpdate();
                }
            });
        } while (deleted[0] == SLICE);
    }

    /** A piece that has to wait for a lock too long is left for the next look; the others are not, unless the line is cut. */
    private static void attempt(Connection connection, String what, Piece piece) throws SQLException {
        connection.setAutoCommit(false);
        try {
            piece.run();
            connection.commit();
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            connection.rollback();
            LOG.warnf("left for the next look what=%s cause=%s", what, e.getMessage());
        }
        connection.setAutoCommit(true);
    }

    @FunctionalInterface
    private interface Piece {
        void run() throws SQLException;
    }
}
