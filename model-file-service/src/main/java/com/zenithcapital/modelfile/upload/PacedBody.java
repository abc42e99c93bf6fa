package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.platform.problem.CommonProblem.REQUEST_TIMEOUT;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that must keep moving. Without this a caller who sends a byte now and then holds memory and a multipart upload
 * for as long as it likes; a body that stands still is the HTTP server's read timeout.
 */
final class PacedBody extends FilterInputStream {

    private final Duration timeLimit;
    private final Duration grace;
    private final long minRate;
    private final LongSupplier nanoTime;
    private final long start;

    private long read;

    PacedBody(InputStream body, UploadConfig config, LongSupplier nanoTime) {
        super(body);
        this.timeLimit = config.timeLimit();
        this.grace = config.rateGrace();
        this.minRate = config.minRate().asLongValue();
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int length = read(one, 0, 1);
        return length < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            read += count;
            check(Duration.ofNanos(nanoTime.getAsLong() - start));
        }
        return count;
    }

    private void check(Duration elapsed) {
        if (elapsed.compareTo(timeLimit) > 0) {
            throw REQUEST_TIMEOUT.because("An upload may take %d seconds.".formatted(timeLimit.toSeconds()));
        }
        if (elapsed.compareTo(grace) > 0 && read * 1_000 < minRate * elapsed.toMillis()) {
            throw REQUEST_TIMEOUT.because("An upload brings %d bytes a second at least.".formatted(minRate));
        }
    }
}
