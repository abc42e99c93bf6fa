package com.zenithcapital.content.publication;

import com.zenithcapital.content.insight.InsightRows;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.publication.DueRows.Candidate;
import com.zenithcapital.content.publication.DueRows.Claimed;
import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.polling.PollingLoop;
import com.zenithcapital.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does what is due, once however many instances there are: the lock on the insight's row decides who, and the due row is
 * marked in the transaction of its effect. An instance that was away does what it finds, and the fact says how late.
 */
@ApplicationScoped
class Clockwork {

    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    private final DueRows due;
    private final InsightRows rows;
    private final Publications publications;
    private final boolean enabled;
    private final Timer lateness;
    private final PollingLoop loop;

    Clockwork(DueRows due, InsightRows rows, Publications publications, ScheduleConfig config, MeterRegistry metrics) {
        this.due = due;
        this.rows = rows;
        this.publications = publications;
        this.enabled = config.enabled();
        this.lateness = Timer.builder("zenith.publish.lateness")
                .description("From when something was due to when it was done")
                .serviceLevelObjectives(
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1))
                .register(metrics);
        this.loop = new PollingLoop("clockwork", config.workers(), config.poll(), this::doOne);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** Whether anything was done. One that cannot be done now does not keep the others from it. */
    private boolean doOne() {
        List<Candidate> candidates = new ArrayList<>(due.due());
        Collections.shuffle(candidates);
        @Nullable RuntimeException failure = null;
        for (Candidate candidate : candidates) {
            try {
                if (perform(candidate)) {
                    return true;
                }
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return false;
    }

    private boolean perform(Candidate candidate) {
        Optional<Claimed> done = CorrelationId.around(
                null,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    Optional<Standing> standing = rows.lockIfFree(candidate.insight());
                    if (standing.isEmpty()) {
                        return Optional.empty();
                    }
                    Optional<Claimed> claimed = due.claim(candidate.id());
                    claimed.ifPresent(one -> perform(one, standing.get()));
                    return claimed;
                }));
        done.ifPresent(this::measure);
        return done.isPresent();
    }

    private void perform(Claimed claimed, Standing standing) {
        try {
            publications.perform(claimed, standing);
        } catch (ProblemException e) {
            // The insight went another way since. What is not possible any more is never possible again.
            LOG.warnf("due and not possible action=%s insight=%s cause=%s", claimed.what(), standing.id(), e.detail());
        }
    }

    private void measure(Claimed claimed) {
        Duration late = Duration.between(claimed.at(), claimed.now());
        lateness.record(late);
        LOG.infof("due and done action=%s lateMs=%d", claimed.what(), late.toMillis());
    }
}
