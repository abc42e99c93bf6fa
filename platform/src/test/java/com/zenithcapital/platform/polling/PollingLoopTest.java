package com.zenithcapital.platform.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PollingLoopTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final Queue<String> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void everythingThatIsThereIsTakenWithoutBeingWoken() {
        queue.add("one");
        queue.add("two");

        try (PollingLoop loop = new PollingLoop("test", 1, NEVER, this::take)) {
            loop.start();

            await().until(queue::isEmpty);
        }
    }

    @Test
    void aSleepingThreadLooksWhenWoken() {
        try (PollingLoop loop = new PollingLoop("test", 2, NEVER, this::take)) {
            loop.start();
            await().until(() -> looks.get() == 2);
            queue.add("late");

            loop.wake();

            await().until(queue::isEmpty);
        }
    }

    @Test
    void aThreadThatNobodyWakesLooksByItself() {
        try (PollingLoop loop = new PollingLoop("test", 1, Duration.ofMillis(20), this::take)) {
            loop.start();
            await().until(() -> looks.get() >= 1);

            queue.add("unannounced");

            await().until(queue::isEmpty);
        }
    }

    static List<Throwable> survivable() {
        return List.of(
                new IllegalStateException("The queue is away"),
                new NoClassDefFoundError("no/such/Class"),
                new StackOverflowError(),
                new OutOfMemoryError("as if"));
    }

    @ParameterizedTest
    @MethodSource("survivable")
    void aFailureEndsNoThread(Throwable failure) {
        AtomicBoolean isBroken = new AtomicBoolean(true);
        try (PollingLoop loop = new PollingLoop("test", 1, Duration.ofMillis(20), () -> {
            looks.incrementAndGet();
            if (isBroken.get()) {
                throw unchecked(failure);
            }
            return queue.poll() != null;
        })) {
            queue.add("patient");
            loop.start();
            await().until(() -> looks.get() >= 2);

            isBroken.set(false);

            await().until(queue::isEmpty);
        }
    }

    @Test
    void closingInterruptsTheWorkInHandAndWaitsForItsEnd() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean wasInterrupted = new AtomicBoolean();
        PollingLoop loop = new PollingLoop("test", 1, NEVER, () -> {
            begun.countDown();
            try {
                return new CountDownLatch(1).await(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                wasInterrupted.set(true);
                return false;
            }
        });
        loop.start();
        begun.await();

        loop.close();

        assertThat(wasInterrupted).isTrue();
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    private boolean take() {
        looks.incrementAndGet();
        return queue.poll() != null;
    }
}
