package com.zenithcapital.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * A body on its way from one side to the other: at the speed of the slower one, counted, never past its limit. It does not
 * end the sink and hears of no failures; whoever made it does.
 */
final class Flow {

    /** A source that gives less in the long run is not slow, it is waiting to be noticed (slowloris). */
    private static final long SLOWEST_BYTES_A_SECOND = 1024;

    private final ReadStream<Buffer> source;
    private final WriteStream<Buffer> sink;
    private final long limit;
    private final LongConsumer meter;

    private long bytes;
    private long startedAt = System.nanoTime();
    private long movedAt = startedAt;
    private long waitedForSink;
    private boolean sinkFull;
    private boolean over;

    Flow(ReadStream<Buffer> source, WriteStream<Buffer> sink, long limit, LongConsumer meter) {
        this.source = source;
        this.sink = sink;
        this.limit = limit;
        this.meter = meter;
    }

    /**
     * Lets it flow.
     *
     * @param atEnd called when the last byte was handed to the sink
     * @param atOverflow called instead when a byte past the limit came; none of its buffer was handed on
     */
    void start(Runnable atEnd, Runnable atOverflow) {
        startedAt = System.nanoTime();
        source.endHandler(_ -> {
            if (!over) {
                over = true;
                atEnd.run();
            }
        });
        source.handler(buffer -> {
            if (!over) {
                pass(buffer, atOverflow);
            }
        });
        source.resume();
    }

    private void pass(Buffer buffer, Runnable atOverflow) {
        movedAt = System.nanoTime();
        bytes += buffer.length();
        if (bytes > limit) {
            stop();
            atOverflow.run();
            return;
        }
        meter.accept(buffer.length());
        sink.write(buffer);
        if (sink.writeQueueFull()) {
            sinkFull = true;
            source.pause();
            sink.drainHandler(_ -> drained());
        }
    }

    private void drained() {
        if (!over) {
            sinkFull = false;
            long now = System.nanoTime();
            waitedForSink += now - movedAt;
            movedAt = now;
            source.resume();
        }
    }

    /** Lets nothing more through. What the source still has stays there, paused. */
    void stop() {
        if (!over) {
            over = true;
            source.pause();
        }
    }

    boolean isOver() {
        return over;
    }

    /** Whether it is the sink that is waited for, and not the source. */
    boolean waitsForSink() {
        return sinkFull;
    }

    /**
     * Whether the source has given too little for the time it had, a byte now and then say.
     *
     * @param grace the time it has in any case; what it waited for the sink is not counted
     */
    boolean isTrickling(Duration grace) {
        long took = System.nanoTime() - startedAt - waitedForSink - grace.toNanos();
        return !sinkFull && took > 0 && bytes < took / 1_000_000 * SLOWEST_BYTES_A_SECOND / 1_000;
    }

    /** When something last moved, in {@link System#nanoTime}. */
    long movedAt() {
        return movedAt;
    }
}
