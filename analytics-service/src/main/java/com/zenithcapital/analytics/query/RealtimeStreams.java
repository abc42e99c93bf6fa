package com.zenithcapital.analytics.query;

import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;

import com.zenithcapital.platform.database.DatabaseException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who follows the last half hour here. One look every few seconds serves them all; without followers there is none. */
@ApplicationScoped
class RealtimeStreams {

    private static final Logger LOG = Logger.getLogger(RealtimeStreams.class);

    private final RealtimeLook look;
    private final RealtimeConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final Set<Follower> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    private boolean stopping;

    RealtimeStreams(RealtimeLook look, RealtimeConfig config, Clock clock, Vertx vertx, MeterRegistry metrics) {
        this.look = look;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        Gauge.builder("zenith.analytics.realtime.streams.open", this, RealtimeStreams::size)
                .description("Callers who follow the last half hour here")
                .register(metrics);
    }

    /** One caller. */
    private static final class Follower {

        private final Instant beginsBy;
        private final Instant until;
        private volatile @Nullable MultiEmitter<? super Optional<Realtime>> emitter;
        private volatile boolean ended;

        Follower(Instant beginsBy, Instant until) {
            this.beginsBy = beginsBy;
            this.until = until;
        }

        /** A slow caller misses what was overtaken, and nothing piles up for it. */
        Multi<Optional<Realtime>> news(Realtime first, Runnable atEnd) {
            return Multi.createFrom()
                    .emitter(
                            own -> {
                                own.onTermination(atEnd);
                                emitter = own;
                                own.emit(Optional.of(first));
                                if (ended) {
                                    own.complete();
                                }
                            },
                            BackPressureStrategy.LATEST);
        }

        void tell(Optional<Realtime> news) {
            @Nullable MultiEmitter<? super Optional<Realtime>> own = emitter;
            if (own != null) {
                own.emit(news);
            }
        }

        /**
         * Whether it is to be let go: when it is old enough, and when it has not begun in time. A caller who is gone before the
         * first byte is written never begins, and nobody else would end it.
         */
        boolean isOver(Instant now) {
            return now.isAfter(until) || (emitter == null && now.isAfter(beginsBy));
        }

        void end() {
            ended = true;
            @Nullable MultiEmitter<? super Optional<Realtime>> own = emitter;
            if (own != null) {
                own.complete();
            }
        }
    }

    int size() {
        return open.size();
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.every().toMillis(), _ -> {
            if (!open.isEmpty() && looking.compareAndSet(false, true)) {
                Thread.ofVirtual().name("realtime").start(this::tellAll);
            }
        });
    }

    /** Before requests are waited for, which these would never end by themselves. Their callers come back, elsewhere. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    /** Where no delay is configured. */
    void stopAtLast(@Observes ShutdownEvent event) {
        endAll();
    }

    /** The last half hour now and every few seconds; an empty one is a sign of life, while the database gives none. */
    Multi<Optional<Realtime>> follow() {
        Follower follower = take();
        boolean handedOut = false;
        try {
            Multi<Optional<Realtime>> news = follower.news(look.answer(), () -> open.remove(follower));
            handedOut = true;
            return news;
        } finally {
            if (!handedOut) {
                open.remove(follower);
            }
        }
    }

    private synchronized Follower take() {
        if (stopping || open.size() >= config.mostOpen()) {
            throw UNAVAILABLE
                    .because(
                            "Too many follow the last half hour here. Ask for it as JSON, or come back in a few seconds.")
                    .carrying(Map.of("Retry-After", "10"));
        }
        Instant now = clock.instant();
        Follower follower = new Follower(now.plus(config.every().multipliedBy(2)), now.plus(config.longest()));
        open.add(follower);
        return follower;
    }

    private void tellAll() {
        try {
            Optional<Realtime> news = answer();
            Instant now = clock.instant();
            for (Follower follower : open) {
                follower.tell(news);
                if (follower.isOver(now)) {
                    follower.end();
                }
            }
            open.removeIf(follower -> follower.ended);
        } finally {
            looking.set(false);
        }
    }

    private Optional<Realtime> answer() {
        try {
            return Optional.of(look.answer());
        } catch (DatabaseException e) {
            LOG.warnf(e, "last half hour could not be read");
            return Optional.empty();
        }
    }

    private void endAll() {
        synchronized (this) {
            stopping = true;
        }
        open.forEach(Follower::end);
    }
}
