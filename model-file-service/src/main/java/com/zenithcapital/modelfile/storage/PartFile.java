package com.zenithcapital.modelfile.storage;

import static java.util.Objects.checkFromIndexSize;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The bytes of a part of an upload until there are enough for one. They are in a file, so that they take no memory however
 * many uploads are open and however slowly each comes; and the file has no name, so that a killed service leaves none of it. One
 * part after the other is written to the same place, so most of it never reaches the disk.
 *
 * <p>For one thread. A failure is storage's and never the body's: a {@link StorageException}. It is no channel, because an
 * interrupt, by which a late body is given up, closes those, and what came before it is still to be kept.
 */
public final class PartFile implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PartFile.class);

    private static final String BYTES = "application/octet-stream";

    private final RandomAccessFile file;
    private final int capacity;

    private int size;

    private PartFile(RandomAccessFile file, int capacity) {
        this.file = file;
        this.capacity = capacity;
    }

    static PartFile in(Path directory, int capacity) {
        try {
            Path path = Files.createTempFile(directory, "part", null);
            try {
                return new PartFile(new RandomAccessFile(path.toFile(), "rw"), capacity);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The bytes it has. */
    public int size() {
        return size;
    }

    /** How many more it takes. */
    public int room() {
        return Math.max(capacity - size, 0);
    }

    /** Puts bytes behind those it has. */
    public void append(byte[] bytes, int length) {
        try {
            file.seek(size);
            file.write(bytes, 0, length);
            size += length;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Its first bytes, as many as are asked for, which it must have. */
    public byte[] first(int length) {
        checkFromIndexSize(0, length, size);
        byte[] bytes = new byte[length];
        try {
            file.seek(0);
            file.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Forgets them, to take the next ones. */
    public void clear() {
        size = 0;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // Whoever is done with it has what it wanted.
            LOG.warnf("part's file not closed cause=%s", e.getMessage());
        }
    }

    /** What the SDK may read again, to sign or to retry, as long as nothing is appended. */
    RequestBody body() {
        int length = size;
        return RequestBody.fromContentProvider(() -> new Reading(file, length), length, BYTES);
    }

    private static StorageException failed(IOException cause) {
        return new StorageException("A part could not be kept (zenith.model-files.part-directory)", cause);
    }

    private static final class Reading extends InputStream {

        private final RandomAccessFile file;
        private final int length;
        private int position;

        Reading(RandomAccessFile file, int length) {
            this.file = file;
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (position == length) {
                return -1;
            }
            file.seek(position);
            int read = file.read(bytes, offset, Math.min(count, length - position));
            if (read < 0) {
                throw new IOException("The part ends after %d of %d bytes".formatted(position, length));
            }
            position += read;
            return read;
        }

        @Override
        public int available() {
            return length - position;
        }
    }
}
