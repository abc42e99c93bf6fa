package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.platform.problem.CommonProblem.REQUEST_TIMEOUT;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A body that must keep moving: without this, a caller who sends a byte now and then holds memory and a multipart upload
 * for as long as it likes. A second thread watches the one that reads, and interrupts it when the body is late, and only
 * while it waits for the body. (Quarkus's own read timeout closes the connection, so nobody would be told why.)
 *
 * <p>Closing ends the watch. The body itself stays open: what is left of it is {@link Remainder}'s.
 */
public final class PacedBody extends InputStream {

    private final InputStream body;
    private final UploadConfig pace;
    private final LongSupplier nanoTime;
    private final long start;
    private final CountDownLatch closed = new CountDownLatch(1);

    private long read;
    private long waitingSince;
    private @Nullable Thread waiting;
    private @Nullable String late;

    PacedBody(InputStream body, UploadConfig pace, LongSupplier nanoTime) {
        this.body = body;
        this.pace = pace;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** The same, with somebody who looks at it all the time. */
    public static PacedBody watched(InputStream body, UploadConfig pace) {
        PacedBody paced = new PacedBody(body, pace, System::nanoTime);
        Thread.ofVirtual().name("upload-watch").start(paced::watch);
        return paced;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int length = read(one, 0, 1);
        return length < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        beginWait();
        int count;
        try {
            count = body.read(bytes, offset, length);
        } catch (InterruptedIOException e) {
            throw told(e);
        } finally {
            endWait();
        }
        read += Math.max(count, 0);
        return count;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** Interrupts the reader if the body is late. */
    synchronized void look() {
        @Nullable Thread reader = waiting;
        if (reader != null && late == null) {
            late = lateness().orElse(null);
            if (late != null) {
                reader.interrupt();
            }
        }
    }

    private void watch() {
        try {
            long turn = pace.idleLimit().dividedBy(4).toMillis();
            while (!closed.await(Math.clamp(turn, 1, 1_000), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A body that is late once stays so: the interrupt that said it may have been missed (see {@link #endWait}). */
    private synchronized void beginWait() {
        if (late != null) {
            throw REQUEST_TIMEOUT.because(late);
        }
        waiting = Thread.currentThread();
        waitingSince = nanoTime.getAsLong();
    }

    private synchronized void endWait() {
        waiting = null;
        if (late != null) {
            // The interrupt may have come in the moment the bytes did: it must not cut off what the thread does next.
            // If these were not the last ones, the next read tells.
            boolean _ = Thread.interrupted();
        }
    }

    private Optional<String> lateness() {
        long now = nanoTime.getAsLong();
        Duration elapsed = Duration.ofNanos(now - start);
        if (elapsed.compareTo(pace.timeLimit()) > 0) {
            return Optional.of(
                    "An upload may take %d seconds.".formatted(pace.timeLimit().toSeconds()));
        }
        if (Duration.ofNanos(now - waitingSince).compareTo(pace.idleLimit()) > 0) {
            return Optional.of("A body may stand still for %d seconds."
                    .formatted(pace.idleLimit().toSeconds()));
        }
        long minRate = pace.minRate().asLongValue();
        if (elapsed.compareTo(pace.rateGrace()) > 0 && read * 1_000 < minRate * elapsed.toMillis()) {
            return Optional.of("An upload brings %d bytes a second at least.".formatted(minRate));
        }
        return Optional.empty();
    }

    private synchronized IOException told(InterruptedIOException interrupt) {
        if (late == null) {
            return interrupt;
        }
        throw REQUEST_TIMEOUT.because(late).causedBy(interrupt);
    }
}
