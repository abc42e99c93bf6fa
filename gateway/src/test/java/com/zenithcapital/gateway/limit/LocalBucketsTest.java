package com.zenithcapital.gateway.limit;

import static com.zenithcapital.gateway.limit.Budget.ADMIN;
import static com.zenithcapital.gateway.limit.Budget.READS;
import static com.zenithcapital.gateway.limit.Budget.UPLOAD_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.gateway.limit.Caller.Address;
import com.zenithcapital.gateway.limit.Caller.Network;
import com.zenithcapital.gateway.limit.Caller.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {

    private static final Caller ANA = new User("ana");
    private static final Caller RHEA = new User("rhea");
    private static final int MOST = 2_000;

    private final ManualClock clock = new ManualClock();
    private final LocalBuckets buckets = new LocalBuckets(MOST, clock);

    @Test
    void aBudgetIsFullAtFirstAndThenUsedUp() {
        // Given
        Policy policy = policy(READS, 3, "PT30S");

        // When
        List<Draw> draws =
                IntStream.range(0, 4).mapToObj(i -> take(ANA, policy, 1)).toList();

        // Then
        assertThat(draws)
                .containsExactly(
                        Draw.granted(2),
                        Draw.granted(1),
                        Draw.granted(0),
                        Draw.refused(0, Duration.ofSeconds(10).toNanos()));
    }

    @Test
    void itComesBackEvenly() {
        // Given
        Policy policy = policy(READS, 3, "PT30S");
        drain(ANA, policy);

        // When
        clock.pass(Duration.ofSeconds(15));

        // Then
        assertThat(take(ANA, policy, 1)).isEqualTo(Draw.granted(0));
        assertThat(take(ANA, policy, 1))
                .isEqualTo(Draw.refused(0, Duration.ofSeconds(5).toNanos()));
    }

    @Test
    void whoWaitsLongHasNoMoreThanOneBudget() {
        // Given
        Policy policy = policy(READS, 3, "PT30S");
        take(ANA, policy, 1);

        // When
        clock.pass(Duration.ofMinutes(50));

        // Then
        assertThat(drain(ANA, policy)).isEqualTo(3);
    }

    @Test
    void whatOneCallerUsesIsNoOtherCallersLoss() {
        // Given
        Policy policy = policy(READS, 3, "PT30S");
        drain(ANA, policy);

        // When
        long rhea = drain(RHEA, policy);
        long address = drain(new Address(1), policy);
        long network = drain(new Network(1), policy);

        // Then
        assertThat(List.of(rhea, address, network)).containsOnly(3L);
    }

    @Test
    void whatIsUsedOfOneBudgetIsNoOtherBudgetsLoss() {
        // Given
        drain(ANA, policy(READS, 3, "PT30S"));

        // When
        long left = drain(ANA, policy(ADMIN, 5, "PT30S"));

        // Then
        assertThat(left).isEqualTo(5);
    }

    @Test
    void anAmountMayOverdrawABudgetOnce() {
        // Given
        Policy policy = policy(UPLOAD_BYTES, 1_000, "PT1000S");
        take(ANA, policy, 600);

        // When
        Draw overdrawing = take(ANA, policy, 900);
        Draw next = take(ANA, policy, 1);

        // Then
        assertThat(overdrawing).isEqualTo(Draw.granted(0));
        assertThat(next).isEqualTo(Draw.refused(0, Duration.ofSeconds(501).toNanos()));
    }

    @Test
    void anOverdrawnBudgetIsOpenAgainWhenSomethingIsInIt() {
        // Given
        Policy policy = policy(UPLOAD_BYTES, 1_000, "PT1000S");
        take(ANA, policy, 1_500);

        // When
        clock.pass(Duration.ofSeconds(501));

        // Then
        assertThat(take(ANA, policy, 700)).isEqualTo(Draw.granted(0));
        assertThat(take(ANA, policy, 1))
                .isEqualTo(Draw.refused(0, Duration.ofSeconds(700).toNanos()));
    }

    @Test
    void askingForNothingTellsWhetherThereIsAny() {
        // Given
        Policy policy = policy(UPLOAD_BYTES, 1_000, "PT1000S");

        // When
        Draw before = take(ANA, policy, 0);
        buckets.settle(ANA, policy, 1_000);
        Draw after = take(ANA, policy, 0);

        // Then
        assertThat(before).isEqualTo(Draw.granted(1_000));
        assertThat(after.granted()).isFalse();
    }

    @Test
    void whatWasTakenTooMuchIsGivenBackAndNoMore() {
        // Given
        Policy policy = policy(UPLOAD_BYTES, 1_000, "PT1000S");
        take(ANA, policy, 400);

        // When
        buckets.settle(ANA, policy, -300);
        long left = take(ANA, policy, 0).remaining();
        buckets.settle(ANA, policy, -300);

        // Then
        assertThat(left).isEqualTo(900);
        assertThat(take(ANA, policy, 0).remaining()).isEqualTo(1_000);
    }

    @Test
    void ofManyAtOnceOnlyAsManyPassAsThereIsRoomFor() throws Exception {
        // Given
        Policy policy = policy(READS, 1_000, "PT1H");

        // When
        long passed = atOnce(64, 100, () -> take(ANA, policy, 1).granted());

        // Then
        assertThat(passed).isEqualTo(1_000);
    }

    @Test
    void ofManyAtOnceOnlyOneOverdraws() throws Exception {
        // Given
        Policy policy = policy(UPLOAD_BYTES, 1_000, "PT1H");

        // When
        long passed = atOnce(64, 1, () -> take(ANA, policy, 400).granted());

        // Then
        assertThat(passed).isEqualTo(3);
        assertThat(take(ANA, policy, 0).waitNanos())
                .isEqualTo(Duration.ofHours(1).toNanos() * 201 / 1_000);
    }

    @Test
    void aLargerLimitGivesNothingAwayAndRefillsFaster() {
        // Given
        drain(ANA, policy(READS, 3, "PT30S"));
        Policy larger = policy(READS, 300, "PT30S");

        // When
        Draw now = take(ANA, larger, 1);
        clock.pass(Duration.ofSeconds(1));

        // Then
        assertThat(now.granted()).isFalse();
        assertThat(drain(ANA, larger)).isEqualTo(10);
    }

    @Test
    void aSmallerLimitHoldsAtOnce() {
        // Given
        take(ANA, policy(READS, 300, "PT30S"), 1);

        // When
        long left = drain(ANA, policy(READS, 5, "PT30S"));

        // Then
        assertThat(left).isEqualTo(5);
    }

    @Test
    void aFloodOfInventedAddressesDoesNotGrowMemory() {
        // Given
        Policy policy = policy(READS, 3, "PT30S");

        // When
        LongStream.range(0, 200_000).forEach(i -> take(new Network(i << 8), policy, 1));

        // Then
        assertThat(buckets.held()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void aFloodOfInventedAddressesDoesNotForgiveWhoIsAtTheLimit() {
        // Given
        Policy policy = policy(READS, 3, "PT1H");
        Caller busy = new Address(7);
        drain(busy, policy);
        drain(ANA, policy);

        // When: the busy one goes on asking, now and then
        long passed = LongStream.range(0, 200_000)
                .filter(i -> {
                    take(new Network(i << 8), policy, 1);
                    return i % 1_000 == 0 && take(busy, policy, 1).granted();
                })
                .count();

        // Then
        assertThat(passed).isZero();
        assertThat(take(ANA, policy, 1).granted()).isFalse();
    }

    @Test
    void whoIsSilentForTwoHoursIsForgotten() {
        // Given
        Policy policy = policy(READS, 3, "PT1H");
        take(ANA, policy, 1);
        take(new Address(1), policy, 1);
        long before = buckets.held();

        // When
        clock.pass(Duration.ofHours(2));

        // Then
        assertThat(before).isEqualTo(2);
        assertThat(buckets.held()).isZero();
    }

    private static Policy policy(Budget budget, long capacity, String period) {
        return new Policy(budget, new Quota(capacity, Duration.parse(period), true));
    }

    private Draw take(Caller caller, Policy policy, long amount) {
        return buckets.take(caller, policy, amount).result();
    }

    /** How many pass until none does. */
    private long drain(Caller caller, Policy policy) {
        long passed = 0;
        while (take(caller, policy, 1).granted()) {
            passed++;
        }
        return passed;
    }

    private interface Attempt {
        boolean passes();
    }

    private static long atOnce(int threads, int times, Attempt attempt) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(callers.submit(() -> {
                    start.await();
                    return IntStream.range(0, times)
                            .filter(_ -> attempt.passes())
                            .count();
                }));
            }
            start.countDown();
            long passed = 0;
            for (Future<Long> count : counts) {
                passed += count.get();
            }
            return passed;
        }
    }
}
