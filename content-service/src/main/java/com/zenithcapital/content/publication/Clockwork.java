package com.zenithcapital.content.publication;

import com.zenithcapital.content.insight.DueRows;
import com.zenithcapital.content.insight.DueRows.Claimed;
import com.zenithcapital.content.insight.InsightRows;
import com.zenithcapital.content.insight.Standing;
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
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Does what is due, once however many instances there are: the lock on the due row decides who, and it is marked in the
 * transaction of its effect. An instance that was away does what it finds, and the fact says how late.
 */
@ApplicationScoped
class Clockwork {

    private static final Logger LOG = Logger.getLogger(Clockwork.class);

    /** In one transaction: a commit is what takes longest. */
    private static final int TOGETHER = 10;

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
        this.loop = new PollingLoop("clockwork", config.workers(), config.poll(), this::doSome);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** Whether there may be more to do. What fails is put off, so that it does not keep the others from their time. */
    private boolean doSome() {
        try {
            return performSome();
        } catch (Failed e) {
            LOG.errorf(e.getCause(), "due and failed action=%s insight=%s", e.claimed.what(), e.claimed.insight());
            QuarkusTransaction.requiringNew().run(() -> due.putOff(e.claimed.id()));
            return true;
        }
    }

    private boolean performSome() {
        List<Claimed> done = CorrelationId.around(
                null,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> due.claim(TOGETHER).stream()
                                .filter(this::perform)
                                .toList()));
        done.forEach(this::measure);
        return !done.isEmpty();
    }

    /** Never waits for the insight, as whoever holds that may wait for what was claimed here. */
    private boolean perform(Claimed claimed) {
        Optional<Standing> standing = rows.lockIfFree(claimed.insight());
        if (standing.isEmpty()) {
            return false;
        }
        try {
            publications.perform(claimed, standing.get());
        } catch (ProblemException e) {
            // The insight went another way since. What is not possible any more is never possible again.
            LOG.warnf(
                    "due and not possible action=%s insight=%s cause=%s",
                    claimed.what(), claimed.insight(), e.detail());
        } catch (RuntimeException e) {
            throw new Failed(claimed, e);
        }
        due.done(claimed.id());
        return true;
    }

    /** Says which of those done together failed: with it all are rolled back. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Claimed claimed;

        Failed(Claimed claimed, RuntimeException cause) {
            super(cause);
            this.claimed = claimed;
        }
    }

    private void measure(Claimed claimed) {
        Duration late = Duration.between(claimed.at(), claimed.now());
        lateness.record(late);
        LOG.infof("due and done action=%s lateMs=%d", claimed.what(), late.toMillis());
    }
}
