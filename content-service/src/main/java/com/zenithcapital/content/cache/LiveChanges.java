package com.zenithcapital.content.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears of changed insights from PostgreSQL, whichever instance changed them, and proves four times a second that it
 * hears.
 *
 * <p>A notification leaves for its listeners as soon as its change is committed, before the committer has its answer.
 * So when a round trip on the listening connection is over, all has been heard that was committed before it began.
 */
final class LiveChanges implements AutoCloseable {

    /** Opens the connection to listen on. */
    @FunctionalInterface
    interface Sessions {
        Connection open() throws SQLException;
    }

    static final String ALL = "all";
    static final String ASK = "ask ";
    private static final String HEARD = "heard ";

    private static final Logger LOG = Logger.getLogger(LiveChanges.class);
    private static final Duration TURN = Duration.ofMillis(250);
    private static final Duration REST = Duration.ofMillis(500);

    /** The lease has run out long before; a connection on which nothing comes any more is given up. */
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private static final int UUID_LENGTH = 36;

    private final UUID instance = UUID.randomUUID();
    private final Sessions sessions;
    private final Changes changes;
    private final RollCall roll;
    private final Thread thread;

    private volatile boolean stopping;
    private boolean hears = true;

    LiveChanges(Sessions sessions, Changes changes, RollCall roll) {
        this.sessions = sessions;
        this.changes = changes;
        this.roll = roll;
        this.thread = Thread.ofVirtual().name("live-changes").unstarted(this::run);
    }

    UUID instance() {
        return instance;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try (Connection session = sessions.open()) {
                session.setNetworkTimeout(Runnable::run, Math.toIntExact(ANSWER.toMillis()));
                follow(session);
            } catch (SQLException | RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
                lost(e);
                rest();
            }
        }
        changes.lost();
    }

    private void follow(Connection session) throws SQLException {
        listen(session);
        // What changed before anybody listened.
        changes.allChanged();
        while (!stopping) {
            if (prove(session)) {
                hears = true;
                hear(session, session.unwrap(PGConnection.class).getNotifications(Math.toIntExact(TURN.toMillis())));
            } else {
                register(session);
            }
        }
    }

    private static void listen(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery("select quote_ident('live_' || current_schema())")) {
            rows.next();
            statement.execute("listen " + rows.getString(1));
        }
    }

    /** Whether this instance is known to those who wait for its cache; only then may it answer from memory. */
    private boolean prove(Connection session) throws SQLException {
        long begun = System.nanoTime();
        boolean known;
        Instant time;
        try (PreparedStatement statement = session.prepareStatement("""
                select clock_timestamp() as time,
                       exists (select 1 from reader_cache where instance = ? and left_at is null) as known
                """)) {
            statement.setObject(1, instance);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                time = rows.getObject("time", OffsetDateTime.class).toInstant();
                known = rows.getBoolean("known");
            }
        }
        hear(session, session.unwrap(PGConnection.class).getNotifications());
        if (known) {
            changes.proven(begun, time);
        }
        return known;
    }

    /** From now on those who wait for caches wait for this one. */
    private void register(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute("delete from reader_cache where left_at < now() - interval '1 minute'");
        }
        try (PreparedStatement statement = session.prepareStatement("""
                insert into reader_cache (instance) values (?)
                on conflict (instance) do update set left_at = null
                """)) {
            statement.setObject(1, instance);
            statement.executeUpdate();
        }
    }

    private void hear(Connection session, PGNotification @Nullable [] heard) throws SQLException {
        if (heard == null) {
            return;
        }
        for (PGNotification one : heard) {
            hear(session, one.getParameter());
        }
    }

    private void hear(Connection session, String what) throws SQLException {
        if (what.startsWith(ASK)) {
            answer(session, what.substring(ASK.length()));
        } else if (what.startsWith(HEARD)) {
            String ids = what.substring(HEARD.length());
            roll.answered(
                    UUID.fromString(ids.substring(0, UUID_LENGTH)), UUID.fromString(ids.substring(UUID_LENGTH + 1)));
        } else if (what.equals(ALL)) {
            changes.allChanged();
        } else {
            changes.changed(UUID.fromString(what));
        }
    }

    /** What was committed before the question has been heard before it. */
    private void answer(Connection session, String question) throws SQLException {
        try (PreparedStatement statement =
                session.prepareStatement("select pg_notify('live_' || current_schema(), ?)")) {
            statement.setString(1, HEARD + question + ' ' + instance);
            statement.execute();
        }
    }

    /** Said once an outage. */
    private void lost(Throwable cause) {
        if (hears && !stopping) {
            LOG.warnf("changes of insights not heard: reads are not cached cause=%s", cause.getMessage());
        }
        hears = false;
    }

    private void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            // Only close() interrupts.
            stopping = true;
        }
    }
}
