package com.zenithcapital.modelfile.download;

import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.platform.digest.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Bytes on their way from storage to a client: exactly as many as were announced, and where they are all of a file's, those
 * that were hashed at its upload. Anything else is an exception before the last byte is handed on, so that the connection is
 * cut and nobody takes what came for the file.
 */
final class StoredBytes extends FilterInputStream {

    private final StoredObject object;
    private final Optional<Sha256.Running> digest;

    private long left;

    private StoredBytes(InputStream bytes, StoredObject object, long length, Optional<Sha256.Running> digest) {
        super(bytes);
        this.object = object;
        this.left = length;
        this.digest = digest;
    }

    static StoredBytes of(InputStream bytes, StoredObject object, ByteRange range) {
        boolean isAll = range.length() == object.size();
        return new StoredBytes(bytes, object, range.length(), isAll ? Optional.of(Sha256.running()) : Optional.empty());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new IOException("The object %s ended %d bytes early".formatted(object.key(), left));
        }
        left -= count;
        digest.ifPresent(running -> running.update(bytes, offset, count));
        if (left == 0) {
            check();
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void check() throws IOException {
        if (digest.isPresent() && !digest.get().end().equals(object.digest())) {
            throw new IOException("The object %s is not what was stored under its key".formatted(object.key()));
        }
    }
}
