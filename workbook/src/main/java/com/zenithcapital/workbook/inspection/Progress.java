package com.zenithcapital.workbook.inspection;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * How much of a file has been read, in percent. The measure is compressed bytes: known before anything is inflated, and
 * roughly even in time. Told by several threads; each percent is passed on once, and they grow.
 */
public final class Progress {

    /** The verdict is the hundredth. */
    private static final int MOST = 99;

    private final IntConsumer listener;
    private final AtomicLong read = new AtomicLong();
    private final AtomicInteger told = new AtomicInteger();
    private volatile long all = Long.MAX_VALUE;

    /** @param listener is told each percent, from 1 to 99, by the thread that reached it */
    public Progress(IntConsumer listener) {
        this.listener = listener;
    }

    public static Progress untold() {
        return new Progress(percent -> {});
    }

    /** {@code bytes}: all that will be read. */
    public void of(long bytes) {
        all = Math.max(1, bytes);
    }

    public void read(long bytes) {
        // Parts that are read twice count twice, so this may come to more than all there is.
        int percent = (int) Math.min(MOST, read.addAndGet(bytes) * 100 / all);
        if (percent > told.get()) {
            tell(percent);
        }
    }

    private synchronized void tell(int percent) {
        if (percent > told.get()) {
            told.set(percent);
            listener.accept(percent);
        }
    }
}
