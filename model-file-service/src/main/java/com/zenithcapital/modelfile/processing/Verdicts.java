package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.version.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jboss.logging.Logger;

/** Records verdicts. The work for one may have taken a minute: a moment without the database does not throw it away. */
@ApplicationScoped
class Verdicts {

    private static final Logger LOG = Logger.getLogger(Verdicts.class);

    /** The objective for 10 MB is 15 s; an engine is killed after 60. */
    private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 15, 30, 60, 120, 300)
            .map(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private final Settlement settlement;
    private final MeterRegistry metrics;
    private final Clock clock;

    Verdicts(Settlement settlement, MeterRegistry metrics, Clock clock) {
        this.settlement = settlement;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A repeat after a commit whose answer was lost finds the job ended, and changes nothing. */
    @Retry(maxRetries = 8, delay = 250, maxDuration = 15, durationUnit = ChronoUnit.SECONDS)
    void record(Claim claim, Verdict verdict) {
        if (!settlement.settle(claim, verdict)) {
            LOG.warnf("verdict came too late job=%s", claim.version().jobId());
            return;
        }
        String reason = verdict.why().map(Reason::slug).orElse("none");
        Timer.builder("zenith.jobs.verdict")
                .description("From a version's last byte to its verdict")
                .tag("state", verdict.state().name())
                .tag("reason", reason)
                .serviceLevelObjectives(BUCKETS)
                .register(metrics)
                .record(Duration.between(claim.receivedAt(), clock.instant()));
        LOG.infof(
                "verdict recorded model=%s version=%d job=%s state=%s reason=%s",
                claim.version().modelId(),
                claim.version().number(),
                claim.version().jobId(),
                verdict.state(),
                reason);
    }
}
