package com.zenithcapital.modelfile.processing;

import com.zenithcapital.platform.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** How long the queue is and how old. Every instance tells the same: take the maximum, not the sum. */
@ApplicationScoped
class QueueMetrics {

    /**
     * @param oldestSeconds the age of the oldest job that is not settled, from its upload on; 0 when there is none
     * @param waiting those in no worker's hands, whether never taken, put back, or dropped by a worker that died
     * @param waitingSeconds the age of the oldest of those
     * @param held those that wait for the antivirus: more workers would not help them
     */
    private record Backlog(
            long received, long processing, long oldestSeconds, long waiting, long waitingSeconds, long held) {
        static final Backlog NONE = new Backlog(0, 0, 0, 0, 0, 0);
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
        Gauge.builder("zenith.jobs.waiting", () -> backlog.waiting())
                .description("Jobs that more workers would take up at once: what to scale on")
                .register(metrics);
        Gauge.builder("zenith.jobs.waiting.age", () -> backlog.waitingSeconds())
                .baseUnit("seconds")
                .description("Age of the oldest of the waiting jobs")
                .register(metrics);
        Gauge.builder("zenith.jobs.held", () -> backlog.held())
                .tag("by", "antivirus")
                .description("Jobs that wait for a part of ours to come back")
                .register(metrics);
    }

    /** By the index job_by_due, which holds open jobs alone. */
    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void measure() {
        backlog = database.first(
                        """
                        select count(*) filter (where state = 'RECEIVED') as received,
                               count(*) filter (where state = 'PROCESSING') as processing,
                               coalesce(extract(epoch from now() - min(created_at)), 0)::bigint as oldest,
                               count(*) filter (where waits) as waiting,
                               coalesce(extract(epoch from now() - min(created_at) filter (where waits)), 0)::bigint
                                   as waiting_oldest,
                               count(*) filter (where waits_for is not null) as held
                        from (select state, created_at, waits_for,
                                     waits_for is null and (lease_owner is null or due_at <= now()) as waits
                              from job
                              where state in ('RECEIVED', 'PROCESSING')) as open
                        """,
                        row -> new Backlog(
                                row.number("received"),
                                row.number("processing"),
                                row.number("oldest"),
                                row.number("waiting"),
                                row.number("waiting_oldest"),
                                row.number("held")))
                .orElse(Backlog.NONE);
    }
}
