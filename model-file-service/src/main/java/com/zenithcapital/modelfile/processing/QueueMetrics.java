package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** How long the queue is and how old. Every instance tells the same: take the maximum, not the sum. */
@ApplicationScoped
class QueueMetrics {

    /** @param oldestSeconds the age of the job that waits longest, from its upload on; 0 when none does */
    private record Backlog(long received, long processing, long oldestSeconds) {
        static final Backlog NONE = new Backlog(0, 0, 0);
    }

    private final Database database;

    private volatile Backlog backlog = Backlog.NONE;

    QueueMetrics(Database database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("zenith.jobs.open", () -> backlog.received())
                .tag("state", "RECEIVED")
                .description("Jobs that wait for a worker")
                .register(metrics);
        Gauge.builder("zenith.jobs.open", () -> backlog.processing())
                .tag("state", "PROCESSING")
                .description("Jobs that a worker has, or had when it died")
                .register(metrics);
        Gauge.builder("zenith.jobs.oldest.age", () -> backlog.oldestSeconds())
                .baseUnit("seconds")
                .description("Age of the oldest job that is not settled")
                .register(metrics);
    }

    /** By the index job_by_due, which holds open jobs alone. */
    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void measure() {
        backlog = database.first(
                        """
                        select count(*) filter (where state = 'RECEIVED') as received,
                               count(*) filter (where state = 'PROCESSING') as processing,
                               coalesce(extract(epoch from now() - min(created_at)), 0)::bigint as oldest
                        from job
                        where state in ('RECEIVED', 'PROCESSING')
                        """, row -> new Backlog(row.number("received"), row.number("processing"), row.number("oldest")))
                .orElse(Backlog.NONE);
    }
}
