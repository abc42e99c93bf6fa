package com.zenithcapital.modelfile.processing;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;
import static com.zenithcapital.platform.problem.CommonProblem.TOO_MANY_REQUESTS;
import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;

import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.platform.identity.UserId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The streams that are open in this instance, in all and by user as many as the configuration allows. */
@ApplicationScoped
class JobStreams {

    private static final Map<String, String> RETRY_LATER = Map.of("Retry-After", "10");

    private final Jobs jobs;
    private final JobEventsConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final Set<JobStream> open = ConcurrentHashMap.newKeySet();

    private boolean stopping;

    JobStreams(Jobs jobs, JobEventsConfig config, Clock clock, Vertx vertx, MeterRegistry metrics) {
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        Gauge.builder("zenith.jobs.streams.open", this, JobStreams::size)
                .description("Callers who follow a job here")
                .register(metrics);
    }

    int size() {
        return open.size();
    }

    /** One timer for all of them. */
    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.heartBeat().toMillis(), _ -> beat());
    }

    /** Before requests are waited for, which these would never end by themselves. Their callers come back, elsewhere. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        synchronized (this) {
            stopping = true;
        }
        open.forEach(JobStream::end);
    }

    /**
     * Follows a job.
     *
     * @param seen the revision the caller saw last; 0 if none
     * @return what to send; empty if the job is settled and the caller has seen that
     */
    Optional<Multi<Optional<JobView>>> follow(JobId job, UserId user, long seen) {
        JobStream stream = take(job, user, seen);
        boolean handedOut = false;
        try {
            // It is in the set by now: a change after this look is told by whoever hears of it.
            JobView now = jobs.find(job).orElseThrow(() -> NOT_FOUND.because("There is no job %s.".formatted(job)));
            if (now.state().isSettled() && now.revision() == seen) {
                return Optional.empty();
            }
            stream.tell(now);
            handedOut = true;
            return Optional.of(stream.updates(() -> open.remove(stream)));
        } finally {
            if (!handedOut) {
                open.remove(stream);
            }
        }
    }

    private synchronized JobStream take(JobId job, UserId user, long seen) {
        if (stopping || open.size() >= config.mostOpen()) {
            throw UNAVAILABLE
                    .because("Too many jobs are followed here. Poll this one, or come back in a few seconds.")
                    .carrying(RETRY_LATER);
        }
        long own = open.stream().filter(stream -> stream.user().equals(user)).count();
        if (own >= config.mostPerUser()) {
            throw TOO_MANY_REQUESTS
                    .because("You follow %d jobs at once, and more are not allowed. Close one of these streams first."
                            .formatted(own))
                    .carrying(RETRY_LATER);
        }
        Instant now = clock.instant();
        JobStream stream = new JobStream(
                job, user, seen, now.plus(config.heartBeat().multipliedBy(2)), now.plus(config.longest()));
        open.add(stream);
        return stream;
    }

    /** Looks at the followed jobs among these, in one query, and tells their followers. */
    void refresh(Set<JobId> changed) {
        Set<JobId> followed = followed();
        followed.retainAll(changed);
        look(followed);
    }

    /** Looks at every followed job, in one query. */
    void refreshAll() {
        look(followed());
    }

    private void look(Set<JobId> followed) {
        if (followed.isEmpty()) {
            return;
        }
        List<JobView> views = jobs.find(followed);
        for (JobView view : views) {
            open.stream().filter(stream -> stream.job().equals(view.id())).forEach(stream -> stream.tell(view));
        }
    }

    private Set<JobId> followed() {
        return open.stream().map(JobStream::job).collect(Collectors.toSet());
    }

    private void beat() {
        Instant now = clock.instant();
        open.forEach(stream -> stream.beat(now));
        open.removeIf(JobStream::isEnded);
    }
}
