package com.zenithcapital.gateway.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The policies in force. With a file they follow it: it is read again and again and what it says is taken when it changed,
 * whole or not at all. Its time of modification is not asked: a mounted ConfigMap changes by a link.
 */
@Singleton
final class LivePolicies {

    private static final Logger LOG = Logger.getLogger(LivePolicies.class);

    /** A few lines are meant; something else was mounted there. */
    private static final long LARGEST_FILE = 64 * 1024;

    private final Policies configured;
    private final @Nullable Path file;
    private final Duration check;
    private final Vertx vertx;
    private final Counter applied;
    private final Counter refused;

    private volatile Policies current;
    private volatile boolean stopped;

    /** What the file said last, right or wrong, or why it could not be read: said once, and not at each look. */
    private volatile String seen;

    LivePolicies(LimitsConfig config, Vertx vertx, MeterRegistry meters) {
        this.configured = Policies.of(config);
        this.file = config.file().orElse(null);
        this.check = config.fileCheck();
        this.vertx = vertx;
        this.applied = reloads(meters, "applied");
        this.refused = reloads(meters, "refused");
        if (check.toMillis() < 1) {
            throw new IllegalArgumentException("zenith.gateway.limits.file-check must be at least 1 ms: " + check);
        }
        if (file == null) {
            this.current = configured;
            this.seen = "";
            return;
        }
        try {
            this.seen = read(file);
            this.current = configured.with(seen);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("zenith.gateway.limits.file=%s: %s".formatted(file, e), e);
        }
    }

    private static Counter reloads(MeterRegistry meters, String outcome) {
        return Counter.builder("zenith.gateway.limits.reloads")
                .description("Changes of the file of limits")
                .tag("outcome", outcome)
                .register(meters);
    }

    Policies current() {
        return current;
    }

    void follow(@Observes StartupEvent started) {
        if (file != null) {
            lookLater(file);
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    /** The next look begins after the last has ended: a file system that hangs is waited for by one thread. */
    private void lookLater(Path path) {
        vertx.setTimer(check.toMillis(), _ -> {
            if (!stopped) {
                vertx.executeBlocking(() -> look(path), false).onComplete(_ -> lookLater(path));
            }
        });
    }

    /** Takes what the file says, if that is new and right. */
    private boolean look(Path path) {
        String said;
        try {
            said = read(path);
        } catch (IOException e) {
            return refuse("unreadable: " + e, e);
        }
        if (said.equals(seen)) {
            return false;
        }
        try {
            current = configured.with(said);
        } catch (IllegalArgumentException e) {
            return refuse(said, e);
        }
        seen = said;
        applied.increment();
        LOG.infof("Limits changed file=%s", path);
        return true;
    }

    private boolean refuse(String said, Exception reason) {
        if (!said.equals(seen)) {
            seen = said;
            refused.increment();
            LOG.errorf("Limits not changed, those in force stay file=%s cause=%s", file, reason);
        }
        return false;
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException("larger than %d bytes".formatted(LARGEST_FILE));
        }
        return Files.readString(file, UTF_8);
    }
}
