package com.zenithcapital.analytics.counting;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka client's way of counting: gather a batch, write it, again. Partitions are paused until their offsets are
 * loaded from the database, which may be away; the client is polled all the while, so the group does not give it up.
 */
final class Round implements ConsumerRebalanceListener, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Round.class);
    private static final Duration IDLE = Duration.ofMillis(200);

    /** From how many events on a batch is worth waiting for more. */
    private static final int BUSY = 1_000;

    private static final Duration MEASURE = Duration.ofSeconds(2);

    private final String name;
    private final CountingConfig config;
    private final Consumer<byte[], byte[]> consumer;
    private final Line line;
    private final FactReader reader;
    private final Batches batches;
    private final CountingMetrics metrics;

    private final List<Delivery> batch = new ArrayList<>();
    private int events;
    private long batchSince;
    private long measured = System.nanoTime() - MEASURE.toNanos();
    private @Nullable Offsets offsets;
    private @Nullable Connection connection;

    /** @param name of the client */
    Round(
            String name,
            CountingConfig config,
            Consumer<byte[], byte[]> consumer,
            Line line,
            FactReader reader,
            Batches batches,
            CountingMetrics metrics) {
        this.name = name;
        this.config = config;
        this.consumer = consumer;
        this.line = line;
        this.reader = reader;
        this.batches = batches;
        this.metrics = metrics;
    }

    /** Takes what is there, and writes it if that is enough or has waited long enough. */
    void turn() throws SQLException, FencedException {
        if (offsets == null && !consumer.assignment().isEmpty()) {
            place();
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience())) {
            take(record);
        }
        if (!batch.isEmpty() && (events >= config.batch() || patience().isZero())) {
            write();
        }
        measure();
    }

    private Duration patience() {
        if (batch.isEmpty()) {
            return IDLE;
        }
        Duration linger = events < BUSY ? config.linger() : config.busyLinger();
        long left = linger.toNanos() - (System.nanoTime() - batchSince);
        return events >= config.batch() ? Duration.ZERO : Duration.ofNanos(Math.max(0, left));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (batch.isEmpty()) {
            batchSince = System.nanoTime();
        }
        Delivery delivery;
        try {
            Optional<Fact> fact = reader.read(record);
            delivery = new Delivery(record, fact.orElse(null));
        } catch (UnreadableException e) {
            delivery = new Delivery(record, null);
            batches.putAside(delivery, String.valueOf(e.getMessage()), 1);
        }
        batch.add(delivery);
        events += delivery.size();
    }

    private void write() throws SQLException, FencedException {
        Connection open = connection;
        Offsets loaded = offsets;
        if (open == null || loaded == null) {
            throw new IllegalStateException("A record came before its offset was loaded");
        }
        long begin = System.nanoTime();
        batches.write(open, loaded, List.copyOf(batch));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        metrics.written(events, took);
        LOG.debugf("batch written records=%d events=%d ms=%d", batch.size(), events, took.toMillis());
        forgetBatch();
    }

    private void place() throws SQLException, FencedException {
        Connection open = connection();
        Offsets loaded = Offsets.load(open, consumer.assignment());
        open.commit();
        for (TopicPartition partition : consumer.assignment()) {
            consumer.seek(partition, loaded.of(partition));
        }
        consumer.resume(consumer.assignment());
        offsets = loaded;
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = line.open();
            connection = open;
            try (Statement statement = open.createStatement()) {
                statement.execute(
                        "set statement_timeout = " + config.statementTimeout().toMillis());
            }
            open.setAutoCommit(false);
        }
        return open;
    }

    /** Forgets what was begun. The next turn goes on from what the database says. */
    void reset() {
        forgetBatch();
        offsets = null;
        consumer.pause(consumer.assignment());
        closeConnection();
    }

    /**
     * Lets time pass, after {@link #reset}. All is paused and still polled: whoever does not poll is taken for dead.
     */
    void idle(Duration time) {
        if (!consumer.poll(time).isEmpty()) {
            throw new IllegalStateException("Records came of partitions that are paused");
        }
    }

    private void forgetBatch() {
        batch.clear();
        events = 0;
    }

    private void measure() {
        if (System.nanoTime() - measured < MEASURE.toNanos()) {
            return;
        }
        measured = System.nanoTime();
        Map<TopicPartition, Long> lag = new HashMap<>();
        consumer.assignment()
                .forEach(partition -> consumer.currentLag(partition).ifPresent(records -> lag.put(partition, records)));
        metrics.lag(name, lag);
    }

    /** They may be others' from here on: what was read of them is theirs to read again. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        forgetBatch();
        offsets = null;
    }

    /** Nothing may be read of them before their offsets are loaded, which the next turn does. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        forgetBatch();
        offsets = null;
        consumer.pause(consumer.assignment());
    }

    private void closeConnection() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("The connection was broken", e);
            }
            connection = null;
        }
    }

    @Override
    public void close() {
        metrics.lag(name, Map.of());
        closeConnection();
    }
}
