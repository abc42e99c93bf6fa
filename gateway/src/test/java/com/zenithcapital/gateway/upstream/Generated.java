package com.zenithcapital.gateway.upstream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.io.InputStream;
import java.util.Random;

/**
 * A given number of bytes, the same ones each time, that are never all in memory.
 *
 * @param length how many
 */
public record Generated(long length) {

    private static final int BLOCK = 64 * 1024;
    private static final byte[] BYTES = new byte[BLOCK];

    static {
        new Random(42).nextBytes(BYTES);
    }

    /** Their SHA-256. */
    public String digest() {
        Digest digest = new Digest();
        for (long left = length; left > 0; left -= BLOCK) {
            digest.add(BYTES, (int) Math.min(BLOCK, left));
        }
        return digest.hex();
    }

    /** As a stream to read from. */
    public InputStream input() {
        return new InputStream() {

            private long at;

            @Override
            public int read() {
                return at < length ? BYTES[(int) (at++ % BLOCK)] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int offset, int wanted) {
                if (at >= length) {
                    return -1;
                }
                int from = (int) (at % BLOCK);
                int taken = (int) Math.min(Math.min(wanted, BLOCK - from), length - at);
                System.arraycopy(BYTES, from, into, offset, taken);
                at += taken;
                return taken;
            }
        };
    }

    /** Writes them, no faster than they are taken, and ends the sink. */
    void sendTo(WriteStream<Buffer> sink) {
        send(sink, length);
    }

    private static void send(WriteStream<Buffer> sink, long toSend) {
        long left = toSend;
        while (left > 0 && !sink.writeQueueFull()) {
            int size = (int) Math.min(BLOCK, left);
            sink.write(Buffer.buffer(BYTES).slice(0, size));
            left -= size;
        }
        if (left == 0) {
            sink.end();
        } else {
            long rest = left;
            sink.drainHandler(_ -> send(sink, rest));
        }
    }
}
