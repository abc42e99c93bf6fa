package com.zenithcapital.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.platform.problem.CommonProblem;
import com.zenithcapital.platform.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void whoWaitsTooLongIsToldToComeBack() {
        // Given
        Turns turns = new Turns(config(Duration.ofMillis(50)), new SimpleMeterRegistry());
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            occupy(turns, callers);

            // When
            assertThatThrownBy(() -> turns.take(() -> 1))
                    // Then
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem()).isEqualTo(CommonProblem.UNAVAILABLE));
            end.countDown();
        }
    }

    @Test
    void whoAskedFirstIsAnsweredFirst() throws Exception {
        // Given
        Turns turns = new Turns(config(Duration.ofSeconds(20)), new SimpleMeterRegistry());
        List<Integer> answered = Collections.synchronizedList(new ArrayList<>());
        List<Future<Boolean>> waiting = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            occupy(turns, callers);
            for (int i = 0; i < 5; i++) {
                int number = i;
                waiting.add(callers.submit(() -> turns.take(() -> answered.add(number))));
                await().until(() -> turns.waiting() == number + 1);
            }

            // When
            end.countDown();
            for (Future<Boolean> caller : waiting) {
                caller.get();
            }
        }

        // Then
        assertThat(answered).containsExactly(0, 1, 2, 3, 4);
    }

    private void occupy(Turns turns, ExecutorService callers) {
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        Future<Boolean> unused = callers.submit(() -> turns.take(() -> {
            begun.complete(true);
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }));
        begun.join();
    }

    private static TurnsConfig config(Duration patience) {
        return new SmallRyeConfigBuilder()
                .withMapping(TurnsConfig.class)
                .withDefaultValue("zenith.analytics.questions.at-once", "1")
                .withDefaultValue("zenith.analytics.questions.patience", patience.toString())
                .build()
                .getConfigMapping(TurnsConfig.class);
    }
}
