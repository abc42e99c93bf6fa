package com.zenithcapital.analytics.rollup;

import static com.zenithcapital.analytics.rollup.RecountProblem.RAW_EVENTS_GONE;

import com.zenithcapital.analytics.event.Steps;
import com.zenithcapital.platform.session.OwnConnection;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Counts a UTC day again from its raw events, and puts its roll-ups right where they differ: by quarter and by day,
 * with bounces, seconds and visits' ways. Minutes are gone before anybody would doubt them.
 *
 * <p>To compare is to read one snapshot, in which each batch is whole or not at all. To correct holds {@link
 * RollupLock} throughout: batches wait meanwhile, in Kafka.
 */
@Singleton
public class Recount {

    private static final RollupTable QUARTERS = RollupTable.of(Grain.QUARTER);
    private static final RollupTable DAYS = RollupTable.of(Grain.DAY);

    /** The visits of a large day are sorted on disk before the first comes. */
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(30);

    private final OwnConnection connections;
    private final Steps steps;

    Recount(OwnConnection connections, Steps steps) {
        this.connections = connections;
        this.steps = steps;
    }

    /** How far the roll-ups are from what the raw events come to. */
    public Recounted compare(LocalDate day) throws SQLException {
        try (Connection connection = open()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Recounted found = count(connection, day, false);
            connection.rollback();
            return found;
        }
    }

    /** The same, and afterwards they are what the raw events come to. */
    public Recounted correct(LocalDate day) throws SQLException {
        try (Connection connection = open()) {
            RollupLock.take(connection);
            Recounted found = count(connection, day, true);
            connection.commit();
            return found;
        }
    }

    /** Quarter by quarter, so that no more than one is in memory beside the day. */
    private Recounted count(Connection connection, LocalDate day, boolean correct) throws SQLException {
        if (!RawDay.isKept(connection, day)) {
            throw RAW_EVENTS_GONE.because(
                    "The raw events of %s and of the day before it are not kept any more; its roll-ups are all there is."
                            .formatted(day));
        }
        Cells cells = Cells.ofDay();
        RawDay.countVisits(connection, cells, steps, day);
        long first = Grain.QUARTER.slotOf(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        long end = Grain.QUARTER.slotOf(
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        int quarters = 0;
        for (long slot = first; slot < end; slot++) {
            RawDay.countEvents(connection, cells, Grain.QUARTER.start(slot), Grain.QUARTER.start(slot + 1));
            quarters += settle(connection, QUARTERS, cells, slot, correct);
            cells.foldAway(slot);
        }
        int days = settle(connection, DAYS, cells, day.toEpochDay(), correct);
        int ways = WayRows.differing(connection, cells.ways(), day);
        if (correct && ways > 0) {
            WayRows.replace(connection, cells.ways(), day);
        }
        return new Recounted(day, quarters, days, ways, correct);
    }

    private static int settle(Connection connection, RollupTable table, Cells cells, long slot, boolean correct)
            throws SQLException {
        int differing = table.differing(connection, cells, slot);
        if (correct && differing > 0) {
            table.replace(connection, cells, slot);
        }
        return differing;
    }

    /** Not of the pool, whose statements are cut off after seconds. */
    private Connection open() throws SQLException {
        Connection connection = connections.open("recount", LONGEST_STATEMENT.plusMinutes(1));
        try (Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = %d; set idle_in_transaction_session_timeout = '10min'"
                    .formatted(LONGEST_STATEMENT.toMillis()));
        }
        connection.setAutoCommit(false);
        return connection;
    }
}
