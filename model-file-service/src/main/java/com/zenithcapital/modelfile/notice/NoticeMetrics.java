package com.zenithcapital.modelfile.notice;

import com.zenithcapital.platform.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;

/** How many mails are owed, and since when. Every instance tells the same: take the maximum, not the sum. */
@ApplicationScoped
class NoticeMetrics {

    private record Backlog(long waiting, long oldestSeconds) {
        static final Backlog NONE = new Backlog(0, 0);
    }

    private final Database database;

    private volatile Backlog backlog = Backlog.NONE;

    NoticeMetrics(Database database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("zenith.notices.waiting", () -> backlog.waiting())
                .description("Mails that are owed and not sent")
                .register(metrics);
        Gauge.builder("zenith.notices.oldest.age", () -> backlog.oldestSeconds())
                .baseUnit("seconds")
                .description("Age of the oldest mail that is owed")
                .register(metrics);
    }

    /** By the index notice_by_due, which holds owed mails alone. */
    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void measure() {
        backlog = database.first("""
                        select count(*) as waiting,
                               coalesce(extract(epoch from now() - min(created_at)), 0)::bigint as oldest
                        from notice
                        where state = 'WAITING'
                        """, row -> new Backlog(row.number("waiting"), row.number("oldest")))
                .orElse(Backlog.NONE);
    }
}
