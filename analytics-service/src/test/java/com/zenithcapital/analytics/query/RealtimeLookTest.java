package com.zenithcapital.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RealtimeLookTest {

    private static final int CALLERS = 5;

    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void whoComesWhileItIsBeingReadSharesIt() throws Exception {
        // Given
        RealtimeLook look = new RealtimeLook(this::slowly);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Realtime>> answers = all(callers, look);

            // When
            end.countDown();

            // Then
            Realtime first = answers.getFirst().get();
            for (Future<Realtime> answer : answers) {
                assertThat(answer.get()).isSameAs(first);
            }
        }
        assertThat(looks).hasValue(1);
        assertThat(look.answer().pageviews()).isEqualTo(2);
    }

    @Test
    void whatFailsFailsForAllAndIsTriedAnew() {
        // Given
        RealtimeLook look = new RealtimeLook(() -> {
            Realtime read = slowly();
            if (read.pageviews() == 1) {
                throw new IllegalStateException("The database is away");
            }
            return read;
        });
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Realtime>> answers = all(callers, look);

            // When
            end.countDown();

            // Then
            for (Future<Realtime> answer : answers) {
                assertThatThrownBy(answer::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasRootCauseMessage("The database is away");
            }
        }
        assertThat(look.answer().pageviews()).isEqualTo(2);
    }

    /** All have asked while the first is still reading. */
    private List<Future<Realtime>> all(ExecutorService callers, RealtimeLook look) {
        List<Future<Realtime>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            answers.add(callers.submit(look::answer));
            await().until(() -> looks.get() == 1);
        }
        await().until(() -> look.sharing() == CALLERS - 1);
        return answers;
    }

    private Realtime slowly() {
        int number = looks.incrementAndGet();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Realtime(
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                0,
                number,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Uniques.STATED);
    }
}
