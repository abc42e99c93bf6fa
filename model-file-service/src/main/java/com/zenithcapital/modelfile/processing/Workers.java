package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.role.RoleConfig;
import com.zenithcapital.platform.polling.PollingLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/** The workers of this instance. When it stops, their engines are killed and their jobs go back into the queue at once. */
@ApplicationScoped
class Workers {

    private final JobQueue queue;
    private final Worker worker;
    private final PollingLoop loop;

    Workers(JobQueue queue, Worker worker, ProcessingConfig config, RoleConfig role) {
        this.queue = queue;
        this.worker = worker;
        this.loop =
                new PollingLoop("processing", role.role().works() ? config.workers() : 0, config.poll(), this::takeOne);
    }

    /** There is work. */
    void wake() {
        loop.wake();
    }

    /** After the start checks and the sweep of what was left behind. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private boolean takeOne() {
        Optional<Claim> claim = queue.claim();
        claim.ifPresent(taken -> taken.origin().around(() -> worker.work(taken)));
        return claim.isPresent();
    }
}
