package com.zenithcapital.modelfile.reconciliation;

import com.zenithcapital.modelfile.role.Role;
import com.zenithcapital.modelfile.role.RoleConfig;
import com.zenithcapital.modelfile.storage.ObjectClaim;
import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.storage.StorageException;
import com.zenithcapital.modelfile.workbook.ScratchSpace;
import com.zenithcapital.platform.database.Database;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Compares rows with objects. An object without a row is what a kill between storage's yes and our commit left: it is
 * removed. A row without its object, or with one of another size, is a loss that nothing here can mend: it is told, loudly.
 * One instance at a time does this; should two, after one was taken for dead, each step is repeatable.
 */
@ApplicationScoped
class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    private final ObjectStore store;
    private final Database database;
    private final List<ObjectClaim> claims;
    private final ScratchSpace scratch;
    private final Runs runs;
    private final ReconciliationConfig config;
    private final Role role;
    private final Clock clock;

    Reconciliation(
            ObjectStore store,
            Database database,
            @All List<ObjectClaim> claims,
            ScratchSpace scratch,
            Runs runs,
            ReconciliationConfig config,
            RoleConfig role,
            Clock clock) {
        this.store = store;
        this.database = database;
        this.claims = claims;
        this.scratch = scratch;
        this.runs = runs;
        this.config = config;
        this.role = role.role();
        this.clock = clock;
    }

    @Scheduled(
            every = "{zenith.model-files.reconciliation.every}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void reconcile() {
        if (!role.works()) {
            return;
        }
        sweepScratch();
        forgetKeys();
        runs.forget();
        // Each instance asks once in a period; whoever asks first within half of one does it for all.
        runs.begin(config.every().dividedBy(2)).ifPresent(this::run);
    }

    /** Removes nothing that is younger than a time: it may be on its way still. */
    Findings compare(Instant time, Runnable progress) {
        return new Comparison(store, database, claims, time, config.mostRemovals(), progress).run();
    }

    private void run(UUID run) {
        try {
            Findings found = compare(clock.instant().minus(config.grace()), () -> runs.renew(run));
            runs.end(run, found);
            LOG.infof(
                    "objects reconciled objects=%d orphansRemoved=%d orphansLeft=%d uploadsAborted=%d objectsMissing=%d sizesWrong=%d",
                    found.objects(),
                    found.orphansRemoved(),
                    found.orphansLeft(),
                    found.uploadsAborted(),
                    found.objectsMissing(),
                    found.sizesWrong());
        } catch (StorageException e) {
            LOG.warn("objects not reconciled", e);
            runs.fail(run, Optional.ofNullable(e.getMessage()).orElse("storage"));
        }
    }

    /** What a killed instance on this host left. */
    private void sweepScratch() {
        try {
            scratch.sweepDead();
        } catch (IOException e) {
            LOG.warn("scratch directories not swept", e);
        }
    }

    /** By the index idempotency_key_by_age. */
    private void forgetKeys() {
        database.update(
                "delete from idempotency_key where created_at < ?",
                clock.instant().minus(config.idempotencyKeys()));
    }
}
