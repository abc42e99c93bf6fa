package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.antivirus.AntivirusConfig;
import com.zenithcapital.modelfile.antivirus.ScanResult.Clean;
import com.zenithcapital.modelfile.antivirus.ScanResult.Infected;
import com.zenithcapital.modelfile.antivirus.ScannerUnavailableException;
import com.zenithcapital.modelfile.workbook.Inspection;
import com.zenithcapital.modelfile.workbook.Outcome;
import com.zenithcapital.modelfile.workbook.Outcome.Crashed;
import com.zenithcapital.modelfile.workbook.Outcome.Judged;
import com.zenithcapital.modelfile.workbook.Report;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Brings one claimed job a step further: to its verdict, or back into the queue. A workbook that takes the engine down is to
 * blame for it; for everything else that fails it is not, and the two are counted apart.
 */
@ApplicationScoped
class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);

    /** What callers are told that a job waits for. */
    private static final String ANTIVIRUS = "antivirus";

    private final JobQueue queue;
    private final Examiner examiner;
    private final Verdicts verdicts;
    private final ProcessingConfig config;
    private final AntivirusConfig antivirus;

    Worker(JobQueue queue, Examiner examiner, Verdicts verdicts, ProcessingConfig config, AntivirusConfig antivirus) {
        this.antivirus = antivirus;
        this.queue = queue;
        this.examiner = examiner;
        this.verdicts = verdicts;
        this.config = config;
    }

    /** Comes back early, with the job back in the queue, when the thread is interrupted: the service stops. */
    void work(Claim claim) {
        if (claim.setbacks() >= config.maxSetbacks()) {
            verdicts.record(claim, new Verdict.Failed(Advice.failed()));
            return;
        }
        try (Lease lease = Lease.keep(queue, claim, config.lease())) {
            switch (examiner.scan(claim)) {
                case Infected(String signature) ->
                    verdicts.record(claim, new Verdict.Rejected(Advice.malware(signature), Optional.empty()));
                case Clean _ -> examine(claim, lease);
            }
        } catch (ScannerUnavailableException e) {
            hold(claim, e);
        } catch (IOException | RuntimeException e) {
            // Storage, the database, a full disk, a fault of ours: whatever it is, the engine has not blamed the
            // workbook.
            setBack(claim, e);
        } catch (InterruptedException e) {
            giveBack(claim);
        }
    }

    private void examine(Claim claim, Lease lease) throws IOException, InterruptedException {
        queue.goOn(claim);
        switch (examiner.examine(claim, lease)) {
            case Judged(Report report) -> verdicts.record(claim, verdict(report));
            case Crashed(Outcome.Cause cause) -> crashed(claim, cause);
        }
    }

    private static Verdict verdict(Report report) {
        Inspection inspection = report.inspection();
        return switch (inspection.verdict()) {
            case ACCEPTED -> new Verdict.Accepted(report);
            case REJECTED ->
                new Verdict.Rejected(
                        Advice.rejected(
                                Optional.ofNullable(inspection.slug()).orElseThrow(),
                                Optional.ofNullable(inspection.detail()).orElse("The workbook breaks a rule.")),
                        Optional.of(report));
        };
    }

    private void crashed(Claim claim, Outcome.Cause cause) {
        int crashes = claim.crashes() + 1;
        LOG.warnf(
                "workbook took the engine down job=%s cause=%s crashes=%d",
                claim.version().jobId(), cause, crashes);
        if (crashes >= config.maxCrashes()) {
            verdicts.record(claim, new Verdict.Rejected(Advice.unprocessable(crashes), Optional.empty()));
        } else {
            queue.putBackAfterCrash(claim);
        }
    }

    private void setBack(Claim claim, Exception failure) {
        if (Thread.interrupted()) {
            // What failed was cut off by the interrupt.
            giveBack(claim);
            return;
        }
        LOG.warnf(failure, "job set back job=%s setbacks=%d", claim.version().jobId(), claim.setbacks() + 1);
        // If the database is what is away, this fails too, and the end of the lease does it.
        queue.putBackAfterSetback(claim);
    }

    /** Without antivirus nothing passes and nothing fails: the job waits for as long as it is away. */
    private void hold(Claim claim, ScannerUnavailableException failure) {
        if (Thread.interrupted()) {
            giveBack(claim);
            return;
        }
        LOG.warnf("antivirus gives no result job=%s cause=%s", claim.version().jobId(), failure.getMessage());
        queue.hold(claim, ANTIVIRUS, antivirus.retry());
    }

    /** With the thread's interrupt down, which would cut off the database as well. */
    private void giveBack(Claim claim) {
        LOG.infof("job given back job=%s", claim.version().jobId());
        try {
            queue.giveBack(claim);
        } finally {
            Thread.currentThread().interrupt();
        }
    }
}
