package com.zenithcapital.platform.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.platform.session.OwnConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands events from the outbox to Kafka, at least once and in the order of each key. A row is marked only after the
 * broker's acknowledgement: whatever dies in between, the event is sent again, and consumers know it by its id.
 *
 * <p>Of all replicas of a service one relays, the holder of a lock in the database; the others wait for it to go. If it
 * loses its session while events are under way, the next one may send the same events at the same time. The order in
 * which consumers see each event first holds all the same, because each of the two waits for acknowledgements.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** How long acknowledgements are gathered before their rows are marked together and new ones loaded. */
    private static final Duration WINDOW = Duration.ofMillis(20);

    private static final Duration MEASURE = Duration.ofSeconds(5);
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final int REMOVED_AT_ONCE = 5_000;

    private final OutboxConfig config;
    private final OwnConnection connection;
    private final Mailbox mailbox;
    private final OutboxMetrics metrics;
    private final ObjectMapper json;
    private final Clock clock;
    private final Courier courier;
    private final Rests keys;
    private final Rests topics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Instant nextMeasure = Instant.MIN;
    private Instant nextCleanUp = Instant.MIN;
    private boolean hasDatabase = true;
    private @Nullable Thread thread;

    OutboxRelay(
            OutboxConfig config,
            OwnConnection connection,
            Mailbox mailbox,
            OutboxMetrics metrics,
            ObjectMapper json,
            Clock clock) {
        this.config = config;
        this.connection = connection;
        this.mailbox = mailbox;
        this.metrics = metrics;
        this.json = json;
        this.clock = clock;
        this.courier = new Courier(mailbox);
        this.keys = new Rests(config.firstRest(), config.longestRest());
        this.topics = new Rests(config.firstRest(), config.longestRest());
    }

    void start(@Observes StartupEvent started) {
        if (config.relay()) {
            thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
        }
    }

    /** What is under way is waited for, and its rows are marked: they need not be sent again by the next relay. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        if (thread != null
                && !thread.join(config.sendTimeout().plus(config.poll()).plusSeconds(1))) {
            LOG.warn("Outbox relay did not stop in time");
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (!isStopping()) {
                boolean reconnect = relayUntilItBreaks();
                if (reconnect) {
                    courier.finish(config.sendTimeout());
                    stopping.await(RECONNECT.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            mailbox.renew();
        }
    }

    private boolean relayUntilItBreaks() throws InterruptedException {
        try (RelaySession session = new RelaySession(connection.open("outbox-relay"), json)) {
            hasDatabase = true;
            while (!isStopping()) {
                measure(session);
                if (session.isActive()) {
                    relay(session);
                    cleanUp(session);
                } else {
                    stopping.await(config.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            settle(session, courier.finish(config.sendTimeout()));
            return false;
        } catch (SQLException e) {
            lostDatabase(e);
            return true;
        } catch (InternalError | UnknownError e) {
            // The virtual machine says that it is broken itself: another instance's relay takes over.
            LOG.fatal("Outbox relay ends", e);
            throw e;
        } catch (RuntimeException | Error e) {
            // Whatever this is, events must go on once it has passed: a relay that died would be silence. Even memory
            // that ran out is free again by then.
            LOG.error("Outbox relay failed", e);
            return true;
        }
    }

    private void relay(RelaySession session) throws SQLException, InterruptedException {
        Instant now = clock.instant();
        int room = config.batch() - courier.held();
        if (room > 0) {
            Set<String> exceptKeys = new HashSet<>(courier.busyKeys());
            exceptKeys.addAll(keys.at(now));
            courier.take(session.unpublished(room, exceptKeys, topics.at(now)));
        }
        if (courier.isIdle()) {
            session.awaitAppend(config.poll());
        } else {
            settle(session, courier.collect(WINDOW));
        }
    }

    private void settle(RelaySession session, List<Receipt> receipts) throws SQLException {
        if (receipts.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Long> published = receipts.stream()
                .filter(Receipt::isPublished)
                .map(receipt -> receipt.row().position())
                .toList();
        if (!published.isEmpty()) {
            session.markPublished(published, now);
            metrics.published(published.size());
        }
        List<Receipt> failures = new ArrayList<>();
        for (Receipt receipt : receipts) {
            if (receipt.failure() == null) {
                keys.succeeded(receipt.row().key());
                topics.succeeded(receipt.row().topic());
            } else {
                failures.add(receipt);
                session.markFailed(receipt.row().position(), receipt.failure().toString(), now);
                keys.failed(receipt.row().key(), now);
            }
        }
        if (!failures.isEmpty()) {
            failed(failures, now);
        }
        if (published.isEmpty() && courier.isIdle()) {
            mailbox.renew();
        }
    }

    private void failed(List<Receipt> failures, Instant now) {
        metrics.failed(failures.size());
        failures.stream()
                .filter(Receipt::isTopicOutOfReach)
                .map(receipt -> receipt.row().topic())
                .distinct()
                .forEach(topic -> topics.failed(topic, now));
        Receipt first = failures.getFirst();
        LOG.warnf(
                "Events not published count=%d firstEventId=%s topic=%s cause=%s",
                failures.size(), first.row().eventId(), first.row().topic(), first.failure());
    }

    /** Said once an outage: it is tried again every second. */
    private void lostDatabase(SQLException cause) {
        if (hasDatabase) {
            LOG.warnf("Outbox relay has no database cause=%s", cause.getMessage());
        }
        hasDatabase = false;
    }

    private void measure(RelaySession session) throws SQLException {
        Instant now = clock.instant();
        if (now.isBefore(nextMeasure)) {
            return;
        }
        metrics.measured(session.backlog());
        nextMeasure = now.plus(MEASURE);
    }

    private void cleanUp(RelaySession session) throws SQLException {
        Instant now = clock.instant();
        if (now.isBefore(nextCleanUp)) {
            return;
        }
        int removed = session.removePublished(now.minus(config.retention()), REMOVED_AT_ONCE)
                + session.forgetTaken(now.minus(config.inboxRetention()), REMOVED_AT_ONCE);
        // More than one statement may remove is removed in the next rounds, between events.
        nextCleanUp = removed < REMOVED_AT_ONCE ? now.plus(config.cleanUp()) : now;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
