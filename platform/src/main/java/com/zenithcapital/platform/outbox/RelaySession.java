package com.zenithcapital.platform.outbox;

import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The relay's session with PostgreSQL: the lock that makes it the only one, the notifications that wake it, and its
 * statements. When the session ends, however it ends, PostgreSQL frees the lock.
 */
final class RelaySession implements AutoCloseable {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final int LONGEST_ERROR = 1_000;

    private final Connection connection;
    private final ObjectMapper json;
    private boolean active;

    RelaySession(Connection connection, ObjectMapper json) throws SQLException {
        this.connection = connection;
        this.json = json;
        try (Statement statement = connection.createStatement()) {
            // A relay that vanished from the network keeps its lock half a minute, not the system's two hours.
            statement.execute("set tcp_keepalives_idle = 10");
            statement.execute("set tcp_keepalives_interval = 5");
            statement.execute("set tcp_keepalives_count = 3");
        }
    }

    /** Whether this is the one relay of its schema, over all replicas; becomes it when there is none. */
    boolean isActive() throws SQLException {
        if (active) {
            return true;
        }
        String lock = "select pg_try_advisory_lock(hashtextextended('zenith.outbox:' || current_schema(), 0))";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(lock)) {
            active = rows.next() && rows.getBoolean(1);
        }
        if (active) {
            listen();
        }
        return active;
    }

    private void listen() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select quote_ident('outbox_' || current_schema())")) {
            rows.next();
            String channel = rows.getString(1);
            statement.execute("listen " + channel);
        }
    }

    /** Waits until somebody appended, or this long. */
    void awaitAppend(Duration atMost) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(atMost.toMillis()));
    }

    /**
     * The oldest events that are not published, in the order of their positions. It asks for all of them and never for
     * those after the last one seen: a transaction that commits late brings a lower position.
     */
    List<OutboxRow> unpublished(int limit, Collection<String> exceptKeys, Collection<String> exceptTopics)
            throws SQLException {
        // outbox_unpublished serves it.
        String query = """
                select position, event_id, topic, type, key, payload, headers, occurred_at
                from outbox
                where published_at is null and key <> all (?) and topic <> all (?)
                order by position
                limit ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", exceptKeys.toArray()));
            statement.setArray(2, connection.createArrayOf("text", exceptTopics.toArray()));
            statement.setInt(3, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<OutboxRow> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        }
    }

    void markPublished(Collection<Long> positions, Instant now) throws SQLException {
        // The primary key serves it.
        String update = """
                update outbox
                set published_at = ?, attempts = attempts + 1, last_attempt_at = ?
                where position = any (?)
                """;
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setObject(1, now.atOffset(UTC));
            statement.setObject(2, now.atOffset(UTC));
            statement.setArray(3, connection.createArrayOf("bigint", positions.toArray()));
            statement.executeUpdate();
        }
    }

    void markFailed(long position, String error, Instant now) throws SQLException {
        // The primary key serves it.
        String update = """
                update outbox
                set attempts = attempts + 1, last_error = ?, last_attempt_at = ?
                where position = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
            statement.setObject(2, now.atOffset(UTC));
            statement.setLong(3, position);
            statement.executeUpdate();
        }
    }

    Backlog backlog() throws SQLException {
        // outbox_unpublished serves it: the index holds what waits, and no more.
        String query = "select count(*), min(created_at) from outbox where published_at is null";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            @Nullable OffsetDateTime oldest = rows.getObject(2, OffsetDateTime.class);
            return new Backlog(rows.getLong(1), Optional.ofNullable(oldest).map(OffsetDateTime::toInstant));
        }
    }

    /** Removes some of the events published before then; returns how many. */
    int removePublished(Instant before, int limit) throws SQLException {
        // outbox_published serves it.
        String delete = """
                delete from outbox where position in (
                    select position from outbox where published_at < ? order by published_at limit ?)
                """;
        return remove(delete, before, limit);
    }

    /** Forgets some of the events taken before then; returns how many. */
    int forgetTaken(Instant before, int limit) throws SQLException {
        // inbox_processed serves it.
        String delete = """
                delete from inbox where (consumer, event_id) in (
                    select consumer, event_id from inbox where processed_at < ? order by processed_at limit ?)
                """;
        return remove(delete, before, limit);
    }

    private int remove(String delete, Instant before, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setObject(1, before.atOffset(UTC));
            statement.setInt(2, limit);
            return statement.executeUpdate();
        }
    }

    private OutboxRow row(ResultSet rows) throws SQLException {
        return new OutboxRow(
                rows.getLong("position"),
                rows.getObject("event_id", UUID.class),
                rows.getString("topic"),
                rows.getString("type"),
                rows.getString("key"),
                rows.getString("payload"),
                headers(rows.getString("headers")),
                rows.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }

    private Map<String, String> headers(String text) throws SQLException {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new SQLException("The headers of an event are not an object of strings", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
