package com.zenithcapital.modelfile.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zenithcapital.modelfile.upload.Slots.Slot;
import com.zenithcapital.modelfile.version.QuotaConfig;
import com.zenithcapital.modelfile.version.QuotaProblem;
import com.zenithcapital.platform.identity.UserId;
import com.zenithcapital.platform.problem.CommonProblem;
import com.zenithcapital.platform.problem.ProblemException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Five places, of which a user may have three. */
class SlotsTest {

    private static final UserId ANA = new UserId("ana");
    private static final UserId OTTO = new UserId("otto");
    private static final UserId QUINN = new UserId("quinn");

    private final Slots slots = new Slots(new Places(5), new Share(3));

    @Test
    void whoHasAllOfTheirShareIsToldSoThoughPlacesAreFree() {
        take(ANA, 3);

        assertThat(refusal(ANA).problem()).isEqualTo(QuotaProblem.QUOTA_EXCEEDED);
        assertThatCode(() -> slots.take(OTTO)).doesNotThrowAnyException();
    }

    @Test
    void whenAllPlacesAreTakenWhoComesIsAskedToComeAgain() {
        take(ANA, 3);
        take(OTTO, 2);

        assertThat(refusal(QUINN).problem()).isEqualTo(CommonProblem.UNAVAILABLE);
    }

    @Test
    void whoHasAllOfTheirShareIsToldSoWhenAllPlacesAreTakenToo() {
        take(ANA, 3);
        take(OTTO, 2);

        assertThat(refusal(ANA).problem()).isEqualTo(QuotaProblem.QUOTA_EXCEEDED);
    }

    @Test
    void aPlaceThatIsLeftIsFree() {
        take(ANA, 2);
        Slot last = slots.take(ANA);

        last.close();

        assertThatCode(() -> slots.take(ANA)).doesNotThrowAnyException();
    }

    @Test
    void aShareOfAllPlacesStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Slots(new Places(24), new Share(24)).check(new StartupEvent()))
                .withMessageContaining("zenith.model-files.quota.open-uploads is 24")
                .withMessageContaining("zenith.model-files.upload.max-open 24");
        assertThatCode(() -> slots.check(new StartupEvent())).doesNotThrowAnyException();
    }

    private void take(UserId user, int count) {
        for (int i = 0; i < count; i++) {
            slots.take(user);
        }
    }

    private ProblemException refusal(UserId user) {
        return catchThrowableOfType(ProblemException.class, () -> slots.take(user));
    }

    private record Share(int openUploads) implements QuotaConfig {
        @Override
        public MemorySize bytesADay() {
            throw new AssertionError("Nobody asks");
        }
    }

    private record Places(int maxOpen) implements UploadConfig {
        @Override
        public MemorySize maxSize() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public Duration idleLimit() {
            return Duration.ZERO;
        }

        @Override
        public Duration timeLimit() {
            return Duration.ZERO;
        }

        @Override
        public MemorySize minRate() {
            return new MemorySize(BigInteger.ZERO);
        }

        @Override
        public Duration rateGrace() {
            return Duration.ZERO;
        }
    }
}
