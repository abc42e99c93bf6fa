package com.zenithcapital.modelfile.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zenithcapital.modelfile.reconciliation.Reconciliation.Result;
import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is left when something is killed at the wrong moment, and what becomes of it. */
@QuarkusTest
class ReconciliationTest {

    @Inject
    Reconciliation reconciliation;

    @Inject
    Kept kept;

    @Test
    void anObjectThatNoRowNamesIsRemovedOnceItIsOldEnough() {
        Uploaded version = Api.accepted();
        UUID orphan = kept.orphan(new byte[10]);

        reconciliation.compare(hence(-1));
        assertThat(kept.objects()).contains(orphan);

        Result result = reconciliation.compare(hence(1));
        assertThat(result.orphansRemoved()).isEqualTo(1);
        assertThat(kept.objects()).doesNotContain(orphan).contains(kept.objectOf(version.model(), 1));
    }

    @Test
    void anUploadThatNobodyEndedIsAbortedOnceItIsOldEnough() {
        kept.beginUpload();

        reconciliation.compare(hence(-1));
        assertThat(kept.openUploads()).isEqualTo(1);

        reconciliation.compare(hence(1));
        assertThat(kept.openUploads()).isZero();
    }

    @Test
    void aRowWithoutItsObjectIsReported() {
        Uploaded version = Api.accepted();
        int before = reconciliation.compare(hence(1)).objectsMissing();

        kept.remove(kept.objectOf(version.model(), 1));

        assertThat(reconciliation.compare(hence(1)).objectsMissing()).isEqualTo(before + 1);
    }

    @Test
    void aGraceShorterThanAnUploadStopsTheStart() {
        GraceCheck check = new GraceCheck(new Grace(Duration.ofMinutes(5)), Duration.ofMinutes(15));

        assertThatIllegalStateException()
                .isThrownBy(() -> check.check(new StartupEvent()))
                .withMessageContaining("zenith.model-files.reconciliation.grace");
    }

    private static Instant hence(int hours) {
        return Instant.now().plus(Duration.ofHours(hours));
    }

    private record Grace(Duration grace) implements ReconciliationConfig {
        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration idempotencyKeys() {
            return Duration.ofDays(2);
        }
    }
}
