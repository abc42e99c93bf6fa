package com.zenithcapital.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the limiter decided, counted. Made whole at start: a limit that nobody ran into is a 0, not a gap. */
@Singleton
final class LimiterMetrics {

    /** What was decided. */
    enum Outcome {
        PASSED,
        REFUSED,
        /** It passed, since its budget is only counted. */
        WOULD_REFUSE
    }

    private final Map<Budget, Map<Outcome, Counter>> counters = new EnumMap<>(Budget.class);

    LimiterMetrics(MeterRegistry meters) {
        for (Budget budget : Budget.values()) {
            Map<Outcome, Counter> each = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                each.put(
                        outcome,
                        Counter.builder("zenith.gateway.limiter")
                                .description("Decisions of the limiter")
                                .tag("class", budget.label())
                                .tag(
                                        "outcome",
                                        outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .register(meters));
            }
            counters.put(budget, each);
        }
    }

    void count(Budget budget, Outcome outcome) {
        Objects.requireNonNull(Objects.requireNonNull(counters.get(budget)).get(outcome))
                .increment();
    }
}
