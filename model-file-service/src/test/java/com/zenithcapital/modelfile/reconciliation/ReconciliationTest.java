package com.zenithcapital.modelfile.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.modelfile.storage.ObjectClaim;
import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.platform.database.Database;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left when something is killed at the wrong moment, and what becomes of it. */
@QuarkusTest
class ReconciliationTest {

    @Inject
    Reconciliation reconciliation;

    @Inject
    Runs runs;

    @Inject
    ObjectStore store;

    @Inject
    Database database;

    @Inject
    Kept kept;

    @Test
    void anObjectThatNoRowNamesIsRemovedOnceItIsOldEnough() {
        Uploaded version = Api.accepted();
        UUID orphan = kept.orphan(new byte[10]);

        compare(hence(-1));
        assertThat(kept.objects()).contains(orphan);

        Findings found = compare(hence(1));
        assertThat(found.orphansRemoved()).isEqualTo(1);
        assertThat(found.orphansLeft()).isZero();
        assertThat(found.objects()).isPositive();
        assertThat(found.bytes()).isPositive();
        assertThat(kept.objects()).doesNotContain(orphan).contains(kept.objectOf(version.model(), 1));
    }

    @Test
    void anUploadThatNobodyEndedIsAbortedOnceItIsOldEnough() {
        kept.beginUpload(hence(-2));

        compare(hence(-3));
        assertThat(kept.openUploads()).isEqualTo(1);

        compare(hence(-1));
        assertThat(kept.openUploads()).isZero();
    }

    @Test
    void whatSomebodyStillWritesToIsLeftAlone() {
        String upload = kept.beginUpload(hence(0));
        String tail = kept.put(upload + ".part", new byte[10]);
        String abandoned = kept.put(UUID.randomUUID() + ".part", new byte[10]);
        ObjectClaim writer =
                names -> names.stream().filter(name -> name.startsWith(upload)).collect(Collectors.toSet());

        new Comparison(store, database, List.of(writer), hence(1), 200, () -> {}).run();

        assertThat(kept.openUploads()).isEqualTo(1);
        assertThat(kept.names()).contains(tail).doesNotContain(abandoned);
        compare(hence(1));
        assertThat(kept.openUploads()).isZero();
        assertThat(kept.names()).doesNotContain(tail);
    }

    @Test
    void moreOrphansThanAKillLeavesAreLookedAtBeforeTheyGo() {
        compare(hence(1));
        Set<UUID> orphans = Set.of(kept.orphan(new byte[1]), kept.orphan(new byte[2]), kept.orphan(new byte[3]));

        Findings found = new Comparison(store, database, List.of(), hence(1), 1, () -> {}).run();

        assertThat(found.orphansRemoved()).isEqualTo(1);
        assertThat(found.orphansLeft()).isEqualTo(2);
        assertThat(kept.objects().stream().filter(orphans::contains)).hasSize(2);
        compare(hence(1));
    }

    @Test
    void anObjectOfAnotherSizeIsReported() {
        Uploaded version = Api.accepted();
        int before = compare(hence(1)).sizesWrong();

        kept.overwrite(kept.objectOf(version.model(), 1), new byte[7]);

        Findings found = compare(hence(1));
        assertThat(found.sizesWrong()).isEqualTo(before + 1);
        assertThat(kept.objects()).contains(kept.objectOf(version.model(), 1));
    }

    @Test
    void oneInstanceAtATimeComparesForAll() throws Exception {
        kept.change("delete from reconciliation_run");

        List<UUID> begun;
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<UUID>>> attempts = instances.invokeAll(IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Optional<UUID>>) () -> runs.begin(Duration.ofMinutes(30)))
                    .toList());
            begun = new ArrayList<>();
            for (Future<Optional<UUID>> attempt : attempts) {
                attempt.get().ifPresent(begun::add);
            }
        }

        assertThat(begun).hasSize(1);
        // Not even when it is over, for half a period.
        runs.end(begun.getFirst(), new Findings(1, 10, 0, 0, 0, 0, 0));
        assertThat(runs.begin(Duration.ofMinutes(30))).isEmpty();
        assertThat(runs.begin(Duration.ZERO)).isPresent();
    }

    @Test
    void theRunOfAKilledInstanceIsTakenOverWhenItsLeaseEnds() {
        kept.change("delete from reconciliation_run");
        UUID killed = runs.begin(Duration.ZERO).orElseThrow();
        assertThat(runs.begin(Duration.ZERO)).isEmpty();

        kept.change("update reconciliation_run set lease_until = now() - interval '1 s' where id = ?", killed);

        assertThat(runs.begin(Duration.ZERO)).isPresent();
    }

    @Test
    void anAdminSeesWhatTheRunsFound() {
        kept.change("delete from reconciliation_run");

        reconciliation.reconcile();

        Api.as("ada", "admin")
                .get("/api/v1/admin/reconciliations")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].finishedAt", notNullValue())
                .body("items[0].failure", nullValue())
                .body("items[0].found.objects", notNullValue())
                .body("next", nullValue());
        Api.eddie().get("/api/v1/admin/reconciliations").then().statusCode(403);
    }

    private Findings compare(Instant time) {
        return reconciliation.compare(time, () -> {});
    }

    @Test
    void aRowWithoutItsObjectIsReported() {
        Uploaded version = Api.accepted();
        int before = compare(hence(1)).objectsMissing();

        kept.remove(kept.objectOf(version.model(), 1));

        assertThat(compare(hence(1)).objectsMissing()).isEqualTo(before + 1);
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
        public int mostRemovals() {
            return 200;
        }

        @Override
        public Duration idempotencyKeys() {
            return Duration.ofDays(2);
        }
    }
}
