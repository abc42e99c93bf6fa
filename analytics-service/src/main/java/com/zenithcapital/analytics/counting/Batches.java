package com.zenithcapital.analytics.counting;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * Has batches written. One that is refused for its data is written in halves, and those in halves, until the record
 * that is to blame stands alone; that one is tried three times in all and then put aside. The others are counted.
 */
@Singleton
class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);
    private static final int ATTEMPTS = 3;
    private static final int REMEMBERED = 10_000;

    private record Place(String topic, int partition, long offset) {}

    /** 22 data exception, 23 integrity constraint violation, 54 program limit exceeded (an index's longest entry). */
    private static final Set<String> REFUSALS = Set.of("22", "23", "54");

    /** The newest of them. */
    private final Set<Place> putAside = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    private final BatchWriter writer;
    private final DeadLetters letters;
    private final CountingMetrics metrics;

    Batches(BatchWriter writer, DeadLetters letters, CountingMetrics metrics) {
        this.writer = writer;
        this.letters = letters;
        this.metrics = metrics;
    }

    void write(Connection connection, Offsets offsets, List<Delivery> batch) throws SQLException, FencedException {
        if (batch.size() == 1) {
            writeOne(connection, offsets, batch.getFirst());
            return;
        }
        try {
            metrics.counted(writer.write(connection, offsets, batch));
        } catch (SQLException | RuntimeException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            LOG.debugf(e, "batch refused, written in halves records=%d", batch.size());
            int half = batch.size() / 2;
            write(connection, offsets, batch.subList(0, half));
            write(connection, offsets, batch.subList(half, batch.size()));
        }
    }

    private void writeOne(Connection connection, Offsets offsets, Delivery delivery)
            throws SQLException, FencedException {
        for (int attempt = 1; ; attempt++) {
            try {
                metrics.counted(writer.write(connection, offsets, List.of(delivery)));
                return;
            } catch (SQLException | RuntimeException e) {
                if (!isRefusal(e) || delivery.fact() == null) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    putAside(delivery, reason(e), attempt);
                    writer.write(connection, offsets, List.of(delivery.withoutFact()));
                    return;
                }
            }
        }
    }

    /**
     * Puts a record aside that cannot even be read, or that was refused often enough. Once in the life of this process: a
     * batch that has to be read again, because the database was away, brings it again.
     */
    void putAside(Delivery delivery, String reason, int attempts) {
        Place place = new Place(
                delivery.record().topic(),
                delivery.record().partition(),
                delivery.record().offset());
        if (putAside.contains(place)) {
            return;
        }
        letters.put(delivery.record(), reason, attempts);
        putAside.add(place);
        metrics.putAside(delivery.record().topic());
        LOG.warnf(
                "record put aside topic=%s partition=%d offset=%d attempts=%d reason=%s",
                delivery.record().topic(),
                delivery.record().partition(),
                delivery.record().offset(),
                attempts,
                reason.lines().findFirst().orElse(""));
    }

    /** Without PostgreSQL's details, which quote the row: it may be a client's. */
    private static String reason(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
                return "%s (SQLSTATE %s)"
                        .formatted(refused.getServerErrorMessage().getMessage(), refused.getSQLState());
            }
        }
        return failure.toString();
    }

    /** Whether the same would fail again. What is no database's failure is a defect here, and lies with a record. */
    private static boolean isRefusal(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                @Nullable String state = sql.getSQLState();
                return state != null && state.length() == 5 && REFUSALS.contains(state.substring(0, 2));
            }
        }
        return true;
    }
}
