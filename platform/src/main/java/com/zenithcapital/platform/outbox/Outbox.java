package com.zenithcapital.platform.outbox;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Keeps events beside the rows they speak of, until the relay has handed them to Kafka: either both are there after the
 * transaction, or neither.
 *
 * <p>Events with one key are published in the order of their {@code append}s. Two transactions that append for the same
 * key at the same time have no order of their own: the caller's lock on the aggregate's row gives them one.
 *
 * <p>PostgreSQL commits transactions that notify one after the other. Facts are few; a stream of thousands a second is
 * none of the outbox's business.
 */
@ApplicationScoped
public class Outbox {

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final EventContext context;

    Outbox(AgroalDataSource database, ObjectMapper json, EventContext context) {
        this.database = database;
        this.json = json;
        this.context = context;
    }

    /** Joins the caller's transaction, and refuses to run without one. */
    @Transactional(MANDATORY)
    public void append(OutboxEvent event) {
        // The notification wakes the relay; Postgres delivers it at commit, and once however many rows there are.
        String insert = """
                with appended as (
                    insert into outbox (event_id, topic, type, key, payload, headers, occurred_at)
                    values (?, ?, ?, ?, ?, ?::jsonb, ?))
                select pg_notify('outbox_' || current_schema(), '')
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setObject(1, event.eventId());
            statement.setString(2, event.topic());
            statement.setString(3, event.type());
            statement.setString(4, event.key());
            statement.setString(5, json.writeValueAsString(event.data()));
            statement.setString(6, json.writeValueAsString(context.headers()));
            statement.setObject(7, event.at().atOffset(UTC));
            statement.execute();
        } catch (SQLException e) {
            throw new OutboxException("An event could not be appended", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The data of " + event.type() + " cannot be written as JSON", e);
        }
    }
}
