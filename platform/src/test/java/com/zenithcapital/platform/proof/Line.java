package com.zenithcapital.platform.proof;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One direction of every connection through a {@link TcpProxy}: what is wrong with it now, and how much has passed.
 * Whoever waits for the line is woken when its state changes, so healing never has to sit out an old delay.
 */
final class Line {

    private static final long NEVER = Long.MAX_VALUE;

    /** A throttled line hands out its rate in this many slices a second, so that bytes trickle and do not jump. */
    private static final long SLICES_PER_SECOND = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private long delayNanos;
    private long bytesPerSecond = NEVER;
    private boolean stalled;
    private long untilCut = NEVER;
    private long freeAt = System.nanoTime();
    private long passed;

    void delay(Duration delay) {
        change(() -> delayNanos = delay.toNanos());
    }

    void throttle(long rate) {
        if (rate < 1) {
            throw new IllegalArgumentException("A line carries at least 1 byte a second: to carry none, stall it.");
        }
        change(() -> bytesPerSecond = rate);
    }

    void stall() {
        change(() -> stalled = true);
    }

    void cutAfter(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("A line is cut after at least 1 byte: to cut it now, cut the proxy.");
        }
        change(() -> untilCut = bytes);
    }

    void heal() {
        change(() -> {
            delayNanos = 0;
            bytesPerSecond = NEVER;
            stalled = false;
            untilCut = NEVER;
            freeAt = System.nanoTime();
        });
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Bytes that may be sent now, at least 1, and whether the connection that carries them is to be cut after them. */
    record Admission(int bytes, boolean last) {}

    /**
     * Waits until bytes that arrived at {@code arrivedNanos} may go on. They count as passed from here on, so that
     * whoever has received a byte finds it counted.
     */
    Admission admit(int wanted, long arrivedNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            awaitTurn(arrivedNanos);
            int admitted = (int) Math.min(Math.min(wanted, untilCut), Math.max(1, bytesPerSecond / SLICES_PER_SECOND));
            if (bytesPerSecond != NEVER) {
                freeAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(admitted) / bytesPerSecond;
            }
            passed += admitted;
            return new Admission(admitted, reachesCut(admitted));
        } finally {
            lock.unlock();
        }
    }

    private boolean reachesCut(int bytes) {
        if (untilCut == NEVER) {
            return false;
        }
        untilCut -= bytes;
        if (untilCut > 0) {
            return false;
        }
        untilCut = NEVER;
        return true;
    }

    /** Waits until the end of a stream that came at {@code arrivedNanos} may be passed on. */
    void admitEnd(long arrivedNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            awaitTurn(arrivedNanos);
        } finally {
            lock.unlock();
        }
    }

    private void awaitTurn(long arrivedNanos) throws InterruptedException {
        while (true) {
            if (stalled) {
                changed.await();
                continue;
            }
            long now = System.nanoTime();
            long wait = Math.max(arrivedNanos + delayNanos - now, freeAt - now);
            if (wait <= 0) {
                return;
            }
            long unused = changed.awaitNanos(wait);
        }
    }

    long passed() {
        lock.lock();
        try {
            return passed;
        } finally {
            lock.unlock();
        }
    }
}
