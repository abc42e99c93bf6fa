package com.zenithcapital.platform.polling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Virtual threads that take work from a queue in the database, one piece at a time each. They look when woken and every
 * so often besides, because what wakes them may be lost and the queue is not.
 */
public final class PollingLoop implements AutoCloseable {

    /** Takes one piece of work, if there is one. */
    @FunctionalInterface
    public interface Work {

        /** Whether there was a piece, so that there may be another. */
        boolean takeOne();
    }

    private static final Logger LOG = Logger.getLogger(PollingLoop.class);

    private final String name;
    private final Duration pause;
    private final Work work;
    private final Semaphore wakes = new Semaphore(0);
    private final List<Thread> threads;

    private volatile boolean closed;
    private volatile boolean failing;

    /**
     * @param pause how long a thread sleeps when there is nothing to do, or when looking failed
     */
    public PollingLoop(String name, int threads, Duration pause, Work work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.threads = IntStream.range(0, threads)
                .mapToObj(i -> Thread.ofVirtual().name(name + "-" + i).unstarted(this::run))
                .toList();
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    /** Has every sleeping thread look now. Costs nothing when all are busy. */
    public void wake() {
        if (wakes.availablePermits() < threads.size()) {
            wakes.release(threads.size());
        }
    }

    /** Interrupts the work in hand and waits for it to end, but not for ever: a stop has a deadline of its own. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                if (!worked()) {
                    boolean _ = wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                // Only close() interrupts us; an interrupt that came from elsewhere costs one round.
                LOG.debugf(e, "interrupted name=%s", name);
            }
        }
    }

    private boolean worked() {
        try {
            boolean found = work.takeOne();
            failing = false;
            return found;
        } catch (InternalError | UnknownError e) {
            // The virtual machine says that it is broken itself: nothing it does from here on can be trusted.
            LOG.fatalf(e, "work is not taken any more name=%s", name);
            throw e;
        } catch (RuntimeException | Error e) {
            // A class that is missing or a stack that ran over belongs to this piece of work, memory that ran out is
            // free again with it; a thread that died of one of them would be silence until the next restart.
            told(e);
            return false;
        }
    }

    /** Once for each outage: every thread fails at every look while it lasts. */
    private void told(Throwable failure) {
        if (failing || closed) {
            LOG.debugf(failure, "work could still not be taken name=%s", name);
        } else {
            failing = true;
            LOG.errorf(failure, "work could not be taken name=%s", name);
        }
    }
}
