package com.zenithcapital.modelfile.reconciliation;

import com.zenithcapital.modelfile.database.Database;
import com.zenithcapital.modelfile.role.Role;
import com.zenithcapital.modelfile.role.RoleConfig;
import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.storage.StorageException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Compares rows with objects. An object without a row is what a kill between storage's yes and our commit left: it is
 * removed. A row without its object is a loss that nothing here can mend: it is told, loudly. Several instances may do this
 * at once; each step is repeatable.
 */
@ApplicationScoped
@Startup
class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    private final ObjectStore store;
    private final Database database;
    private final ReconciliationConfig config;
    private final Role role;
    private final Clock clock;
    private final AtomicLong missing;

    Reconciliation(
            ObjectStore store,
            Database database,
            ReconciliationConfig config,
            RoleConfig role,
            Clock clock,
            MeterRegistry metrics) {
        this.store = store;
        this.database = database;
        this.config = config;
        this.role = role.role();
        this.clock = clock;
        this.missing = metrics.gauge("zenith.objects.missing", new AtomicLong());
    }

    /** What one comparison found. */
    record Result(int orphansRemoved, int uploadsAborted, int objectsMissing) {}

    @Scheduled(
            every = "{zenith.model-files.reconciliation.every}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void reconcile() {
        if (!role.works()) {
            return;
        }
        try {
            Result result = compare(clock.instant().minus(config.grace()));
            LOG.infof(
                    "objects reconciled orphansRemoved=%d uploadsAborted=%d objectsMissing=%d",
                    result.orphansRemoved(), result.uploadsAborted(), result.objectsMissing());
        } catch (StorageException e) {
            LOG.warn("objects not reconciled", e);
        }
        forgetKeys();
    }

    /** Removes nothing that is younger than a time: it may be on its way still. */
    Result compare(Instant time) {
        Comparison comparison = new Comparison(store, database, time);
        store.forEach(comparison::add);
        Comparison.Counts counts = comparison.end();
        missing.set(counts.missing());
        return new Result(counts.orphansRemoved(), store.abortUploadsOlderThan(time), counts.missing());
    }

    /** By the index idempotency_key_by_age. */
    private void forgetKeys() {
        database.update(
                "delete from idempotency_key where created_at < ?",
                clock.instant().minus(config.idempotencyKeys()));
    }
}
