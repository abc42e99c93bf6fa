package com.zenithcapital.modelfile.database;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers: without it nothing can be taken in. Kafka, storage and mail are no part of it:
 * what needs them waits in the database, or is refused with 503 by itself.
 */
@Readiness
class DatabaseReady implements HealthCheck {

    /** Seconds; Agroal waits for a connection for its own time-out besides. */
    private static final int PATIENCE = 2;

    private final AgroalDataSource source;

    DatabaseReady(AgroalDataSource source) {
        this.source = source;
    }

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = source.getConnection()) {
            return HealthCheckResponse.named("database")
                    .status(connection.isValid(PATIENCE))
                    .build();
        } catch (SQLException e) {
            return HealthCheckResponse.down("database");
        }
    }
}
