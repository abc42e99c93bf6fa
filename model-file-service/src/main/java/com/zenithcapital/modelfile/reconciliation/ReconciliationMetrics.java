package com.zenithcapital.modelfile.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What the last comparison found, whichever instance made it. Every instance tells the same: take the maximum, not the
 * sum.
 */
@ApplicationScoped
@Startup
class ReconciliationMetrics {

    private final Runs runs;

    private volatile Optional<RunView> last = Optional.empty();

    ReconciliationMetrics(Runs runs, MeterRegistry metrics) {
        this.runs = runs;
        gauge(metrics, "zenith.objects.missing", "Rows whose object is gone: a loss", Findings::objectsMissing);
        gauge(metrics, "zenith.objects.wrong.size", "Rows whose object has another size", Findings::sizesWrong);
        gauge(
                metrics,
                "zenith.objects.orphans.removed",
                "Objects the last comparison removed",
                Findings::orphansRemoved);
        gauge(
                metrics,
                "zenith.objects.orphans.left",
                "Objects that nobody owns and that were too many to remove",
                Findings::orphansLeft);
        gauge(
                metrics,
                "zenith.objects.uploads.aborted",
                "Uploads the last comparison aborted",
                Findings::uploadsAborted);
        gauge(metrics, "zenith.objects.stored", "Objects in the bucket", Findings::objects);
        gauge(metrics, "zenith.objects.stored.bytes", "Their bytes", Findings::bytes);
        Gauge.builder(
                        "zenith.reconciliation.last.timestamp",
                        () -> last.map(run -> seconds(run.startedAt())).orElse(0.0))
                .baseUnit("seconds")
                .description("When the last comparison that ended well began, as Unix time; 0 when none did")
                .register(metrics);
        Gauge.builder(
                        "zenith.reconciliation.last.duration",
                        () -> last.map(ReconciliationMetrics::duration).orElse(0.0))
                .baseUnit("seconds")
                .description("How long it took")
                .register(metrics);
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void measure() {
        last = runs.lastFinished();
    }

    private void gauge(MeterRegistry metrics, String name, String description, ToDoubleFunction<Findings> value) {
        Gauge.builder(
                        name,
                        () -> last.flatMap(run -> Optional.ofNullable(run.found()))
                                .map(value::applyAsDouble)
                                .orElse(0.0))
                .description(description)
                .register(metrics);
    }

    private static double duration(RunView run) {
        Instant end = Optional.ofNullable(run.finishedAt()).orElse(run.startedAt());
        return Duration.between(run.startedAt(), end).toMillis() / 1e3;
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1e3;
    }
}
