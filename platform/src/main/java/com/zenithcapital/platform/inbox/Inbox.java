package com.zenithcapital.platform.inbox;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Remembers which events a consumer has taken, so that a repeat changes nothing: Kafka and the outbox deliver at least
 * once.
 */
@ApplicationScoped
public class Inbox {

    private final AgroalDataSource database;

    Inbox(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Whether this event comes for the first time. Called at the start of the transaction of its effect: if that is
     * rolled back, the event was never here. A second delivery at the same time waits for the first one's end.
     */
    @Transactional(MANDATORY)
    public boolean isFirst(String consumer, UUID eventId) {
        // The primary key serves it.
        String insert = """
                insert into inbox (consumer, event_id) values (?, ?)
                on conflict do nothing
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, consumer);
            statement.setObject(2, eventId);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new InboxException("An event could not be noted", e);
        }
    }
}
