package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.platform.problem.CommonProblem.REQUEST_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.platform.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PacedBodyTest {

    private final AtomicLong now = new AtomicLong();
    private final Wire wire = new Wire();
    private final PacedBody body = new PacedBody(wire, new Pace(), now::get);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicLong received = new AtomicLong();

    @Test
    void aBodyAtSpeedIsReadToItsEnd() throws Exception {
        Thread reader = read();

        for (int second = 0; second < 10; second++) {
            passes(Duration.ofSeconds(1));
            body.look();
            // The second that is looked at has not brought its bytes yet.
            arrives(2_000);
        }
        wire.end();
        reader.join();

        assertThat(failure.get()).isNull();
        assertThat(received).hasValue(20_000);
    }

    @Test
    void aBodyMayBeSlowWithinTheGrace() {
        read();

        passes(Duration.ofSeconds(4));
        body.look();

        assertThat(failure.get()).isNull();
        wire.end();
    }

    @Test
    void aBodyThatStandsStillIsGivenUp() throws Exception {
        Thread reader = read();
        arrives(100_000);

        passes(Duration.ofSeconds(9));
        body.look();
        reader.join();

        assertTimedOut("stand still for 8 seconds");
    }

    @Test
    void aBodyBelowTheRateIsGivenUpAfterTheGrace() throws Exception {
        Thread reader = read();
        passes(Duration.ofSeconds(6));
        arrives(10);

        body.look();
        reader.join();

        assertTimedOut("1000 bytes a second");
    }

    @Test
    void aBodyAtSpeedIsGivenUpAfterTheWholeTime() throws Exception {
        Thread reader = read();
        passes(Duration.ofSeconds(61));
        arrives(1_000_000);

        body.look();
        reader.join();

        assertTimedOut("60 seconds");
    }

    @Test
    void bytesThatCrossTheInterruptDoNotLiftTheLimit() throws Exception {
        PacedBody[] crossed = new PacedBody[1];
        // Waits too long, is interrupted, and does not notice because its bytes are there in the same moment.
        InputStream crossing = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("Bodies are read in pieces");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                passes(Duration.ofSeconds(9));
                crossed[0].look();
                return 1;
            }
        };
        crossed[0] = new PacedBody(crossing, new Pace(), now::get);

        assertThat(crossed[0].read(new byte[10], 0, 10)).isEqualTo(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        failure.set(catchThrowable(() -> crossed[0].read(new byte[10], 0, 10)));

        assertTimedOut("stand still for 8 seconds");
    }

    @Test
    void aReaderThatDoesSomethingElseIsNotInterrupted() {
        passes(Duration.ofSeconds(100));

        body.look();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** Reads until the end in a thread of its own, and is waiting for the first bytes when this returns. */
    private Thread read() {
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                byte[] buffer = new byte[2_000_000];
                int count;
                while ((count = body.read(buffer, 0, buffer.length)) >= 0) {
                    received.addAndGet(count);
                }
            } catch (IOException | ProblemException e) {
                failure.set(e);
            }
        });
        await().until(() -> wire.isWaitedFor);
        return reader;
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** Has the reader take it and wait for more. */
    private void arrives(int length) {
        long before = received.get();
        wire.arrivals.add(new byte[length]);
        await().until(() -> received.get() == before + length && wire.isWaitedFor);
    }

    private void assertTimedOut(String detail) {
        assertThat(failure.get()).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problem()).isEqualTo(REQUEST_TIMEOUT);
            assertThat(problem.detail()).contains(detail);
        });
    }

    /** A body whose bytes come when the test says so; waiting for them can be interrupted, as with Quarkus's own. */
    private static final class Wire extends InputStream {

        private static final byte[] END = {};

        private final BlockingQueue<byte[]> arrivals = new LinkedBlockingQueue<>();
        private volatile boolean isWaitedFor;

        void end() {
            arrivals.add(END);
        }

        @Override
        public int read() {
            throw new AssertionError("Bodies are read in pieces");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                isWaitedFor = arrivals.isEmpty();
                byte[] arrived = arrivals.take();
                isWaitedFor = false;
                System.arraycopy(arrived, 0, bytes, offset, arrived.length);
                return arrived.length == 0 ? -1 : arrived.length;
            } catch (InterruptedException e) {
                throw (IOException) new InterruptedIOException().initCause(e);
            }
        }
    }

    private record Pace() implements UploadConfig {
        @Override
        public MemorySize maxSize() {
            return bytes(1_000_000);
        }

        @Override
        public int maxOpen() {
            return 1;
        }

        @Override
        public Duration idleLimit() {
            return Duration.ofSeconds(8);
        }

        @Override
        public Duration timeLimit() {
            return Duration.ofSeconds(60);
        }

        @Override
        public MemorySize minRate() {
            return bytes(1_000);
        }

        @Override
        public Duration rateGrace() {
            return Duration.ofSeconds(5);
        }

        private static MemorySize bytes(long count) {
            return new MemorySize(BigInteger.valueOf(count));
        }
    }
}
