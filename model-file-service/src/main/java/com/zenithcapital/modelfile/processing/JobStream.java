package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.platform.identity.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One caller who follows one job. What is sent is decided when the caller can take it, from what is known then: a slow one
 * misses steps on the way and never the end, and nothing piles up for it.
 */
final class JobStream {

    private final JobId job;
    private final UserId user;
    private final Instant beginsBy;
    private final Instant until;

    private volatile @Nullable JobView known;
    private volatile @Nullable MultiEmitter<? super Turn> emitter;
    private volatile boolean ended;
    private long seen;

    /** Something may have to be sent. */
    private enum Turn {
        NEXT
    }

    /**
     * @param seen the revision the caller saw last; 0 if none
     * @param beginsBy when it is let go, unless its caller has been sent the first byte by then
     * @param until when it ends, settled or not
     */
    JobStream(JobId job, UserId user, long seen, Instant beginsBy, Instant until) {
        this.job = job;
        this.user = user;
        this.seen = seen;
        this.beginsBy = beginsBy;
        this.until = until;
    }

    JobId job() {
        return job;
    }

    UserId user() {
        return user;
    }

    /**
     * What the caller is sent: a changed job, or nothing but a sign of life. The first comes at once.
     *
     * @param atEnd runs when it ends, whoever ends it
     */
    Multi<Optional<JobView>> updates(Runnable atEnd) {
        return Multi.createFrom()
                .<Turn>emitter(
                        turns -> {
                            turns.onTermination(atEnd);
                            emitter = turns;
                            turn();
                        },
                        BackPressureStrategy.LATEST)
                .map(_ -> news());
    }

    /** Tells of the job as it is now; what is older than what is known already is not told. */
    synchronized void tell(JobView job) {
        @Nullable JobView before = known;
        if (before == null || before.revision() < job.revision()) {
            known = job;
            turn();
        }
    }

    /**
     * Gives a sign of life, or ends a stream that is old enough, or has not begun in time: a caller who is gone before the first
     * byte is written never begins, and nobody else would end it.
     */
    void beat(Instant now) {
        if (now.isAfter(until) || (emitter == null && now.isAfter(beginsBy))) {
            end();
        } else {
            turn();
        }
    }

    /** Ends it; the caller comes back if the job is not settled. */
    void end() {
        ended = true;
        turn();
    }

    boolean isEnded() {
        return ended;
    }

    private void turn() {
        @Nullable MultiEmitter<? super Turn> turns = emitter;
        if (turns == null) {
            return;
        }
        turns.emit(Turn.NEXT);
        @Nullable JobView job = known;
        if (ended || (job != null && job.state().isSettled())) {
            // What was emitted goes out before.
            turns.complete();
        }
    }

    /** Called for one turn at a time. */
    private Optional<JobView> news() {
        @Nullable JobView job = known;
        if (job == null || job.revision() == seen) {
            return Optional.empty();
        }
        seen = job.revision();
        return Optional.of(job);
    }
}
