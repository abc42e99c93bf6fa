package com.zenithcapital.modelfile.download;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Streams one after the other, each opened when the one before it has ended and closed when it has itself: a multipart
 * answer holds one connection to storage, however many parts it has. (The JDK's SequenceInputStream would open all that are
 * left when a client goes away.)
 */
final class Sequence extends InputStream {

    /** Opens a stream when it is its turn. */
    @FunctionalInterface
    interface Source {

        InputStream open() throws IOException;

        static Source of(byte[] bytes) {
            return () -> new ByteArrayInputStream(bytes);
        }
    }

    private final Deque<Source> next;

    private InputStream current = InputStream.nullInputStream();

    Sequence(List<Source> sources) {
        this.next = new ArrayDeque<>(sources);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = current.read(bytes, offset, length);
        while (count < 0 && !next.isEmpty()) {
            current.close();
            current = next.remove().open();
            count = current.read(bytes, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        next.clear();
        current.close();
    }
}
