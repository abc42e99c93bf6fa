package com.zenithcapital.modelfile.processing;

import com.zenithcapital.platform.database.DatabaseException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Keeps a claim while its work lasts. A renewal that the database cannot take is tried again at the next turn: two of
 * three may fail before the lease ends. A lost lease is not acted on: another worker may have begun by then, and the
 * guard in {@link Settlement} lets one of the two say how it went.
 */
final class Lease implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Lease.class);

    /** How often callers hear of progress at most: each time is a row's update. */
    private static final Duration TELL = Duration.ofMillis(400);

    private final JobQueue queue;
    private final Claim claim;
    private final Duration turn;
    private final CountDownLatch closed = new CountDownLatch(1);

    private final AtomicInteger percent = new AtomicInteger();

    private volatile int told;

    private Lease(JobQueue queue, Claim claim, Duration turn) {
        this.queue = queue;
        this.claim = claim;
        this.turn = turn;
    }

    static Lease keep(JobQueue queue, Claim claim, Duration length) {
        Lease lease = new Lease(queue, claim, length.dividedBy(3));
        Thread.ofVirtual().name("lease-" + claim.version().jobId()).start(lease::run);
        return lease;
    }

    /** Tells callers how far the work is, at once. */
    void reached(int newPercent) {
        isAt(newPercent);
        renew();
    }

    /** Has callers told within {@link #TELL}; may be called as often as one likes. What is less than before changes nothing. */
    void isAt(int newPercent) {
        percent.accumulateAndGet(newPercent, Math::max);
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void run() {
        long renewed = System.nanoTime();
        try {
            while (!closed.await(TELL.toMillis(), TimeUnit.MILLISECONDS)) {
                if (percent.get() > told || System.nanoTime() - renewed >= turn.toNanos()) {
                    renewed = System.nanoTime();
                    renew();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        int now = percent.get();
        try {
            told = now;
            if (!queue.renew(claim, now)) {
                LOG.debugf("lease not renewed job=%s", claim.version().jobId());
            }
        } catch (DatabaseException e) {
            LOG.warnf(e, "lease renewal failed job=%s", claim.version().jobId());
        }
    }
}
