package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One caller who asks for far too much, and the others, with the limits that everybody gets. */
@ExtendWith(SharedZenith.class)
class LimitsIT {

    private static final String READ = "/api/v1/insights";
    private static final int SENDERS = 8;

    /** A budget of two thousand that refills by two hundred a second has long been used up by then. */
    private static final int ENOUGH = 20_000 / SENDERS;

    private final Zenith zenith;

    LimitsIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @Test
    void everyAnswerTellsWhatIsLeft() {
        // When
        Answer read = at("198.51.100.1").get(READ);
        Answer work = zenith.as("ana").get("/api/v1/admin/models");

        // Then
        assertThat(read.expect(200).header("RateLimit-Policy")).contains("\"reads\";q=2000;w=10");
        assertThat(read.header("RateLimit")).contains("\"reads\";r=1999;t=1");
        assertThat(work.expect(200).header("RateLimit-Policy")).contains("\"admin\";q=500;w=10");
    }

    @Test
    void aBurstFromOneAddressIsRefusedAndNobodyElseNotices() throws Exception {
        // Given
        Api greedy = at("198.51.100.2");

        // When
        Answer refused = burst(greedy);
        Answer neighbour = at("198.51.100.3").get(READ);
        Answer signedIn = greedy.as(zenith.token("rhea")).get(READ);

        // Then
        refused.expectProblem(429, "too-many-requests");
        assertThat(refused.header("Retry-After")).contains("1");
        assertThat(refused.header("RateLimit")).contains("\"reads\";r=0;t=1");
        assertThat(neighbour.expect(200).header("RateLimit")).contains("\"reads\";r=1999;t=1");
        signedIn.expect(200);
        await().pollDelay(Duration.ofSeconds(1))
                .untilAsserted(() -> greedy.get(READ).expect(200));
    }

    /** The first refusal that one of several senders hears; then all of them stop. */
    private static Answer burst(Api caller) throws InterruptedException, ExecutionException {
        AtomicReference<@Nullable Answer> refusal = new AtomicReference<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                sending.add(senders.submit(() -> {
                    for (int sent = 0; sent < ENOUGH && refusal.get() == null; sent++) {
                        Answer answer = caller.get(READ);
                        if (answer.status() != 200) {
                            refusal.compareAndSet(null, answer);
                        }
                    }
                }));
            }
            for (Future<?> sender : sending) {
                sender.get();
            }
        }
        return Objects.requireNonNull(refusal.get(), "Everything passed");
    }

    private Api at(String address) {
        return zenith.visitor().with("X-Forwarded-For", address);
    }
}
