package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.database.DatabaseException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps a claim while its work lasts. A renewal that the database cannot take is tried again at the next turn: two of
 * three may fail before the lease ends. A lost lease is not acted on: another worker may have begun by then, and the
 * guard in {@link Settlement} lets one of the two say how it went.
 */
final class Lease implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Lease.class);

    private final JobQueue queue;
    private final Claim claim;
    private final long turnMillis;
    private final CountDownLatch closed = new CountDownLatch(1);

    private volatile int percent;

    private Lease(JobQueue queue, Claim claim, Duration turn) {
        this.queue = queue;
        this.claim = claim;
        this.turnMillis = turn.toMillis();
    }

    static Lease keep(JobQueue queue, Claim claim, Duration length) {
        Lease lease = new Lease(queue, claim, length.dividedBy(3));
        Thread.ofVirtual().name("lease-" + claim.version().jobId()).start(lease::run);
        return lease;
    }

    /** Tells pollers how far the work is. */
    void reached(int newPercent) {
        percent = newPercent;
        renew();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void run() {
        try {
            while (!closed.await(turnMillis, TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            if (!queue.renew(claim, percent)) {
                LOG.debugf("lease not renewed job=%s", claim.version().jobId());
            }
        } catch (DatabaseException e) {
            LOG.warnf(e, "lease renewal failed job=%s", claim.version().jobId());
        }
    }
}
