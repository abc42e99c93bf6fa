package com.zenithcapital.modelfile.difference;

import com.zenithcapital.modelfile.difference.Differences.Due;
import com.zenithcapital.modelfile.role.Role;
import com.zenithcapital.modelfile.role.RoleConfig;
import com.zenithcapital.modelfile.workbook.DiffEngine;
import com.zenithcapital.platform.polling.PollingLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Optional;

/** The workers of this instance that compare versions: few, and apart from those that judge, which somebody waits for. */
@ApplicationScoped
class Comparers {

    private final Differences differences;
    private final Comparer comparer;
    private final Duration attempt;
    private final PollingLoop loop;
    private final Role role;

    Comparers(Differences differences, Comparer comparer, DiffEngine engine, DifferenceConfig config, RoleConfig role) {
        this.differences = differences;
        this.comparer = comparer;
        // Besides the engine's time, for copying both workbooks and keeping the answer.
        this.attempt = engine.timeLimit().plusMinutes(2);
        this.loop = new PollingLoop("difference", config.workers(), config.poll(), this::takeOne);
        this.role = role.role();
    }

    /** There is a pair. */
    void wake() {
        loop.wake();
    }

    /** After the start checks and the sweep of what was left behind. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        if (role.works()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    @Scheduled(every = "12h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        differences.forget();
    }

    private boolean takeOne() {
        Optional<Due> due = differences.claim(attempt);
        due.ifPresent(comparer::compare);
        return due.isPresent();
    }
}
