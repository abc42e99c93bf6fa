package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.role.Role;
import com.zenithcapital.modelfile.role.RoleConfig;
import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.platform.session.OwnConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears of changed jobs from PostgreSQL, whichever instance changed them: one connection and one thread for all streams.
 * With the database away the streams stay open, and are told what they missed when it is back.
 */
@ApplicationScoped
class JobChanges {

    private static final Logger LOG = Logger.getLogger(JobChanges.class);
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final int SECONDS_TO_ANSWER = 5;

    private final OwnConnection connection;
    private final JobStreams streams;
    private final Duration poll;
    private final Role role;
    private final Thread thread;

    private volatile boolean stopping;
    private boolean hears = true;

    JobChanges(OwnConnection connection, JobStreams streams, JobEventsConfig config, RoleConfig role) {
        this.connection = connection;
        this.streams = streams;
        this.poll = config.poll();
        this.role = role.role();
        this.thread = Thread.ofVirtual().name("job-changes").unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        if (role.takesRequests()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (role.takesRequests()) {
            // Closes the connection it waits on.
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        while (!stopping) {
            try (Connection session = connection.open("job-changes")) {
                listen(session);
                hears = true;
                while (!stopping) {
                    hear(session);
                }
            } catch (SQLException | RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
                lost(e);
                rest();
            }
        }
    }

    private void listen(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery("select quote_ident('job_' || current_schema())")) {
            rows.next();
            statement.execute("listen " + rows.getString(1));
        }
        // What changed before anybody listened.
        streams.refreshAll();
    }

    private void hear(Connection session) throws SQLException {
        PGNotification @Nullable [] heard =
                session.unwrap(PGConnection.class).getNotifications(Math.toIntExact(poll.toMillis()));
        if (heard != null && heard.length > 0) {
            streams.refresh(Arrays.stream(heard)
                    .map(one -> new JobId(UUID.fromString(one.getParameter())))
                    .collect(Collectors.toSet()));
        } else if (!stopping) {
            if (!session.isValid(SECONDS_TO_ANSWER)) {
                throw new SQLException("The session of the notifications is gone");
            }
            streams.refreshAll();
        }
    }

    /** Said once an outage: it is tried again every second. */
    private void lost(Throwable cause) {
        if (hears && !stopping) {
            LOG.warnf("job changes not heard cause=%s", cause.getMessage());
        }
        hears = false;
    }

    private void rest() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException e) {
            // Only stop() interrupts.
            stopping = true;
        }
    }
}
