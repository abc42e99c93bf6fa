package com.zenithcapital.analytics.counting;

import com.zenithcapital.analytics.event.EventsReceived;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A thread that counts, one of those of {@link EventCounting} and of other instances. Kafka shares the partitions out and
 * keeps no offset: those are committed with what was counted. Whatever goes wrong, the way out is the same: forget the
 * batch, load the offsets again, read again from there.
 */
final class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);

    static final List<String> TOPICS = List.of(EventsReceived.TOPIC, DownloadStarted.TOPIC);

    private static final String GROUP = "analytics.counting";

    /** Records of one poll: a record has a hundred events at most. */
    private static final int POLLED_AT_ONCE = 50;

    private static final Duration LEAVE = Duration.ofSeconds(3);

    private final String name;
    private final CountingConfig config;
    private final Map<String, Object> cluster;
    private final Line line;
    private final FactReader reader;
    private final Batches batches;
    private final CountingMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private boolean failing;

    /** @param name of its thread and of its Kafka client */
    EventConsumer(
            String name,
            CountingConfig config,
            Map<String, Object> cluster,
            Line line,
            FactReader reader,
            Batches batches,
            CountingMetrics metrics) {
        this.name = name;
        this.config = config;
        this.cluster = cluster;
        this.line = line;
        this.reader = reader;
        this.batches = batches;
        this.metrics = metrics;
    }

    void start() {
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** The batch in hand is finished: it need not be read again. */
    void end() {
        stopping.countDown();
    }

    /** After {@link #end}: waits for it, and interrupts it when it takes longer than this. */
    void join(Duration patience) throws InterruptedException {
        @Nullable Thread counting = thread;
        if (counting != null && !counting.join(patience)) {
            LOG.warnf("%s did not stop in time", name);
            counting.interrupt();
        }
    }

    boolean isAlive() {
        @Nullable Thread counting = thread;
        return counting != null && counting.isAlive();
    }

    private void run() {
        while (!isStopping()) {
            try {
                runOneClient();
            } catch (InternalError | UnknownError e) {
                // The virtual machine says that it is broken itself: health says so, and another instance goes on.
                LOG.fatal("Event counting ends", e);
                throw e;
            } catch (RuntimeException | Error e) {
                // No client could be made, or this one is beyond repair: the next is a new one.
                told(e);
                rest();
            }
        }
    }

    private void runOneClient() {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try (Round round = new Round(name, config, consumer, line, reader, batches, metrics)) {
            consumer.subscribe(TOPICS, round);
            while (!isStopping()) {
                turn(round);
            }
        } finally {
            // Long enough to leave the group, so that the next instance need not wait until this one is missed.
            consumer.close(CloseOptions.timeout(LEAVE));
        }
    }

    private void turn(Round round) {
        try {
            round.turn();
            failing = false;
        } catch (FencedException e) {
            LOG.infof("counted elsewhere meanwhile, going on from there cause=%s", e.getMessage());
            round.reset();
        } catch (Exception e) {
            told(e);
            round.reset();
            round.idle(config.rest());
        }
    }

    /** Once for each outage: it fails at every turn while that lasts. */
    private void told(Throwable failure) {
        if (failing) {
            LOG.debug("Events still cannot be counted", failure);
        } else {
            failing = true;
            LOG.warn("Events cannot be counted at present", failure);
        }
    }

    private void rest() {
        try {
            boolean _ = stopping.await(config.rest().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            LOG.debug("Rest interrupted", e);
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private Map<String, Object> properties() {
        int session = Math.toIntExact(config.sessionTimeout().toMillis());
        Map<String, Object> properties = new HashMap<>(cluster);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Where the stored offset is not to be had any more, because Kafka has let the record go.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / 3);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED_AT_ONCE);
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }
}
