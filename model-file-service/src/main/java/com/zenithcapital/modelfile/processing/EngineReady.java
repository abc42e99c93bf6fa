package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.role.RoleConfig;
import com.zenithcapital.modelfile.workbook.Engine;
import com.zenithcapital.modelfile.workbook.Scratch;
import com.zenithcapital.modelfile.workbook.ScratchSpace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * A worker is ready when its engine has run once: a command that names a wrong JVM or a broken jar would otherwise be
 * noticed by the first uploader, whose job is set back until it fails. It is tried until it runs, so a machine without memory for
 * a moment needs no restart; afterwards each workbook shows by itself whether it still does.
 */
@Readiness
@ApplicationScoped
class EngineReady implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(EngineReady.class);
    private static final String NAME = "engine";
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Engine engine;
    private final ScratchSpace space;
    private final boolean isNeeded;
    private final Thread thread;

    /** Why it is not ready; empty once it is. */
    private volatile Optional<String> obstacle;

    EngineReady(Engine engine, ScratchSpace space, RoleConfig role, ProcessingConfig config) {
        this.engine = engine;
        this.space = space;
        this.isNeeded = role.role().works() && config.workers() > 0;
        this.obstacle = isNeeded ? Optional.of("The engine was not run yet") : Optional.empty();
        this.thread = Thread.ofVirtual().name("engine-trial").unstarted(this::tryUntilItRuns);
    }

    /** After the start checks and the sweep of what was left behind. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        if (isNeeded) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    @Override
    public HealthCheckResponse call() {
        return obstacle.map(why -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", why)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up(NAME));
    }

    private void tryUntilItRuns() {
        try {
            obstacle = runOnce();
            while (obstacle.isPresent()) {
                LOG.errorf("engine does not run reason=%s", obstacle.get());
                Thread.sleep(AGAIN);
                obstacle = runOnce();
            }
        } catch (InterruptedException e) {
            // The service stops.
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> runOnce() throws InterruptedException {
        try (Scratch scratch = space.open()) {
            engine.tryOut(scratch.directory());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Optional.ofNullable(e.getMessage()).orElse(e.toString()));
        }
    }
}
