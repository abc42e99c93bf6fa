package com.zenithcapital.content.cache;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.DatabaseException;
import com.zenithcapital.platform.session.OwnConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Lets a change be answered for only when no cache of any instance shows what was before it. */
@ApplicationScoped
public class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    /** By then every lease has run out that was begun before the change was committed. */
    private static final Duration LONGEST = Changes.LEASE.plusMillis(50);

    private final FinishedCache cache;
    private final Database database;
    private final TransactionSynchronizationRegistry transactions;
    private final RollCall roll = new RollCall();
    private final LiveChanges changes;

    Forgetting(
            FinishedCache cache,
            Database database,
            TransactionSynchronizationRegistry transactions,
            OwnConnection connections) {
        this.cache = cache;
        this.database = database;
        this.transactions = transactions;
        this.changes = new LiveChanges(() -> connections.open("live-changes"), cache.changes(), roll);
    }

    void start(@Observes StartupEvent event) {
        if (cache.isEnabled()) {
            changes.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (cache.isEnabled()) {
            changes.close();
            goodbye();
        }
    }

    /**
     * Returns when no instance answers from its cache with what was before the changes that are committed by now: each
     * has said that it dropped it, which takes milliseconds, or may not answer from its cache any more, which takes
     * 1.05 seconds. Whatever the state of the database, it returns, and no later than a few seconds.
     *
     * <p>To be called after the commit: inside a transaction there is nothing yet that could be forgotten.
     */
    public void awaitForgotten() {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            throw new IllegalStateException("What is not committed cannot be forgotten");
        }
        long begun = System.nanoTime();
        try (RollCall.Question question = roll.open()) {
            Set<UUID> instances = instances();
            if (!instances.isEmpty()) {
                ask(question.id());
                Set<UUID> missing = question.missing(instances, left(begun));
                missing.forEach(this::leave);
            }
        } catch (DatabaseException e) {
            LOG.warnf("caches could not be asked: waiting for their leases cause=%s", e.getMessage());
            LockSupport.parkNanos(left(begun).toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody needs to wait for this instance any more. If it cannot be said, somebody will find out. */
    private void goodbye() {
        try {
            database.update("delete from reader_cache where instance = ?", changes.instance());
        } catch (DatabaseException e) {
            LOG.debugf(e, "the cache could not be signed off");
        }
    }

    private static Duration left(long begun) {
        return LONGEST.minusNanos(System.nanoTime() - begun);
    }

    /** Those that may answer from memory, or might have a second ago. */
    private Set<UUID> instances() {
        return new HashSet<>(database.list("""
                select instance
                from reader_cache
                where left_at is null or left_at > clock_timestamp() - interval '2 seconds'
                """, row -> row.uuid("instance")));
    }

    private void ask(UUID question) {
        database.list(
                "select pg_notify('live_' || current_schema(), ?)::text as sent",
                row -> question,
                LiveChanges.ASK + question);
    }

    /** It will find out at its next turn, and come back if it lives. */
    private void leave(UUID instance) {
        database.update(
                "update reader_cache set left_at = clock_timestamp() where instance = ? and left_at is null", instance);
    }
}
