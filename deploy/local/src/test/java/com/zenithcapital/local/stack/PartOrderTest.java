package com.zenithcapital.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.local.part.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PartOrderTest {

    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private List<Part> parts;

    @BeforeEach
    void makeParts(@TempDir Path home) {
        parts = Stack.at(home, 20_000).parts();
    }

    @Test
    void a_part_comes_after_all_that_it_needs() {
        // When
        new PartOrder().forEach(parts, part -> PartCatalogue.needsOf(part.name()), part -> done.add(part.name()));

        // Then
        assertThat(done).containsExactlyInAnyOrderElementsOf(StackPlan.ALL_PARTS);
        assertThat(done).containsSubsequence("postgres", "keycloak", "gateway");
        assertThat(done).containsSubsequence("postgres", "keycloak", "model-file-service");
        assertThat(done).containsSubsequence("kafka", "model-file-service");
    }

    @Test
    void parts_that_need_nothing_of_each_other_come_at_the_same_time() {
        // Given
        List<Part> independent = parts.stream()
                .filter(part -> PartCatalogue.needsOf(part.name()).isEmpty())
                .toList();
        CountDownLatch together = new CountDownLatch(independent.size());

        // When: each waits for all the others, so one after the other would never end
        new PartOrder()
                .forEach(independent, part -> PartCatalogue.needsOf(part.name()), part -> arriveAndAwait(together));

        // Then
        assertThat(together.getCount()).isZero();
    }

    @Test
    void the_first_failure_interrupts_the_others_and_is_the_one_told() {
        // Given
        CountDownLatch neverOpened = new CountDownLatch(1);

        // When, Then
        assertThatThrownBy(() -> new PartOrder().forEach(parts, part -> PartCatalogue.needsOf(part.name()), part -> {
                    if (part.name().equals("kafka")) {
                        throw new StackFailure("kafka does not start");
                    }
                    await(neverOpened);
                }))
                .isInstanceOf(StackFailure.class)
                .hasMessage("kafka does not start");
        assertThat(done).doesNotContain("gateway");
    }

    private static void arriveAndAwait(CountDownLatch latch) {
        latch.countDown();
        await(latch);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new StackFailure("waited in vain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }
}
