package com.zenithcapital.modelfile.upload.resumable;

import com.zenithcapital.modelfile.version.Origin;
import com.zenithcapital.platform.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Removes what expired, and brings to its end what a kill left between its last byte and its version. Several instances may
 * do this at once; each step is repeatable.
 */
@ApplicationScoped
class UploadSweep {

    private static final Logger LOG = Logger.getLogger(UploadSweep.class);

    private final UploadRows rows;
    private final ResumableUploads uploads;
    private final ResumableConfig config;
    private final Clock clock;

    UploadSweep(UploadRows rows, ResumableUploads uploads, ResumableConfig config, Clock clock) {
        this.rows = rows;
        this.uploads = uploads;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "{zenith.model-files.resumable.sweep-every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        sweep(clock.instant());
    }

    void sweep(Instant now) {
        rows.wholeSince(now.minus(config.sweepGrace())).forEach(this::complete);
        rows.idleSince(now.minus(config.expiry())).forEach(uploads::remove);
        int forgotten = rows.forgetVersionsBefore(now.minus(config.memory()));
        LOG.debugf("uploads swept forgotten=%d", forgotten);
    }

    private void complete(ResumableUpload upload) {
        new Origin(upload.correlationId(), Optional.empty()).around(() -> {
            try {
                uploads.completed(upload, Optional.empty());
            } catch (ProblemException e) {
                LOG.warnf("upload still not completed upload=%s cause=%s", upload.id(), e.detail());
            }
        });
    }
}
