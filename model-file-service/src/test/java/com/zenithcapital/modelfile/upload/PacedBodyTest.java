package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.platform.problem.CommonProblem.REQUEST_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.platform.problem.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class PacedBodyTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void aBodyAtSpeedIsReadToItsEnd() throws IOException {
        PacedBody body = body(10_000);

        for (int second = 0; second < 10; second++) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(body.readNBytes(1_000)).hasSize(1_000);
        }

        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void aBodyMayBeSlowWithinTheGrace() throws IOException {
        PacedBody body = body(10_000);

        now.addAndGet(Duration.ofSeconds(4).toNanos());

        assertThat(body.read()).isZero();
    }

    @Test
    void aBodyBelowTheRateIsGivenUpAfterTheGrace() {
        PacedBody body = body(10_000);

        now.addAndGet(Duration.ofSeconds(6).toNanos());

        assertTimesOut(body, "1000 bytes a second");
    }

    @Test
    void aBodyAtSpeedIsGivenUpAfterTheWholeTime() throws IOException {
        PacedBody body = body(1_000_000);
        body.readNBytes(500_000);

        now.addAndGet(Duration.ofSeconds(61).toNanos());

        assertTimesOut(body, "60 seconds");
    }

    private static void assertTimesOut(PacedBody body, String detail) {
        assertThatThrownBy(() -> body.readNBytes(10))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .returns(REQUEST_TIMEOUT, ProblemException::problem)
                .extracting(ProblemException::detail)
                .asString()
                .contains(detail);
    }

    private PacedBody body(int size) {
        return new PacedBody(new ByteArrayInputStream(new byte[size]), new Pace(), now::get);
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
