package com.zenithcapital.analytics.query;

import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Questions that read thousands of rows are answered a few at a time, in the order in which they were asked. Twenty at once on
 * two processors would take the longer for it, each of them; and counting needs the database too.
 */
@Singleton
class Turns {

    private final Semaphore turns;
    private final TurnsConfig config;

    Turns(TurnsConfig config, MeterRegistry metrics) {
        this.turns = new Semaphore(config.atOnce(), true);
        this.config = config;
        Gauge.builder("zenith.analytics.questions.waiting", this, Turns::waiting)
                .description("Questions that wait for their turn")
                .register(metrics);
    }

    /** How many wait for their turn now. */
    int waiting() {
        return turns.getQueueLength();
    }

    <T> T take(Supplier<T> answer) {
        boolean taken;
        try {
            taken = turns.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        if (!taken) {
            throw busy();
        }
        try {
            return answer.get();
        } finally {
            turns.release();
        }
    }

    private static RuntimeException busy() {
        return UNAVAILABLE
                .because("Too many questions are asked at once. Ask again in a few seconds.")
                .carrying(Map.of("Retry-After", "5"));
    }
}
