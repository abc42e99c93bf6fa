package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.Origin;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.modelfile.version.VersionRef;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import com.zenithcapital.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The jobs that wait, which are rows and nothing else: what Kafka says only makes workers look sooner. A claimed job is due
 * again when its lease ends, so one whose worker was killed comes back by itself. Times are the database's own.
 */
@ApplicationScoped
class JobQueue {

    private final Database database;
    private final ProcessingConfig config;

    JobQueue(Database database, ProcessingConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * Takes the job that is due longest. Workers that ask at the same time pass over each other's rows. A job found
     * with a claim on it was dropped by a worker that died: a setback. One that waits for a part of ours is taken to see
     * whether that is back, which is no attempt, and nothing anybody would be told of. By the index job_by_due; one row of each table
     * by its primary key.
     */
    @Transactional
    Optional<Claim> claim() {
        UUID token = UUID.randomUUID();
        return database.first("""
                with due as (
                    select id from job
                    where state in ('RECEIVED', 'PROCESSING') and due_at <= now()
                    order by due_at
                    limit 1
                    for update skip locked),
                claimed as (
                    update job j
                    set state = 'PROCESSING', percent = greatest(percent, 5),
                        attempts = attempts + (waits_for is null)::int,
                        setbacks = setbacks + (lease_owner is not null)::int,
                        lease_owner = ?, due_at = now() + ?::interval
                    from due
                    where j.id = due.id
                    returning j.id, j.version_id, j.crashes, j.setbacks, j.lease_owner),
                started as (
                    update version v
                    set state = 'PROCESSING'
                    from claimed c
                    where v.id = c.version_id
                    returning v.*)
                select c.id as job_id, c.crashes, c.setbacks, c.lease_owner,
                       v.id as version_id, v.number, v.filename, v.size, v.sha256, v.object_key,
                       v.received_at, v.correlation_id, v.trace_parent, m.id as model_id, m.slug
                from claimed c
                join started v on v.id = c.version_id
                join model m on m.id = v.model_id
                """, JobQueue::claim, token, config.lease());
    }

    /** Holds the claim for another lease and tells pollers how far it is. By the primary key. */
    boolean renew(Claim claim, int percent) {
        return database.update(
                        """
                        update job set percent = greatest(percent, least(?, 99)), due_at = now() + ?::interval
                        where id = ? and lease_owner = ? and state = 'PROCESSING'
                        """, percent, config.lease(), claim.version().jobId().value(), claim.token())
                == 1;
    }

    /**
     * Puts the job back because the workbook took the engine down, after a pause that grows: if it was the machine that
     * had no memory for a moment, the next attempt must not fall into the same moment. By the primary key.
     */
    void putBackAfterCrash(Claim claim) {
        putBack(claim, 1, 0, pause(claim.crashes()));
    }

    /** Puts the job back because something else failed, after a pause that grows. By the primary key. */
    void putBackAfterSetback(Claim claim) {
        putBack(claim, 0, 1, pause(claim.setbacks()));
    }

    /** Puts the job back as if it had not been taken, because this instance stops. By the primary key. */
    void giveBack(Claim claim) {
        putBack(claim, 0, 0, Duration.ZERO);
    }

    /** Puts the job back to wait for a part of ours, which is nobody's fault and has no end but that. By the primary key. */
    void hold(Claim claim, String waitsFor, Duration pause) {
        database.update("""
                update job
                set waits_for = ?, lease_owner = null, due_at = now() + ?::interval
                where id = ? and lease_owner = ? and state = 'PROCESSING'
                """, waitsFor, pause, claim.version().jobId().value(), claim.token());
    }

    /** What was waited for is there. By the primary key. */
    void goOn(Claim claim) {
        database.update("""
                update job
                set waits_for = null
                where id = ? and lease_owner = ? and state = 'PROCESSING' and waits_for is not null
                """, claim.version().jobId().value(), claim.token());
    }

    private void putBack(Claim claim, int crashes, int setbacks, Duration pause) {
        database.update("""
                update job
                set crashes = crashes + ?, setbacks = setbacks + ?, lease_owner = null, due_at = now() + ?::interval
                where id = ? and lease_owner = ? and state = 'PROCESSING'
                """, crashes, setbacks, pause, claim.version().jobId().value(), claim.token());
    }

    private Duration pause(int failures) {
        Duration pause = config.firstPause().multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
    }

    private static Claim claim(Row row) throws SQLException {
        return new Claim(
                row.uuid("lease_owner"),
                new VersionRef(
                        new ModelId(row.uuid("model_id")),
                        row.text("slug"),
                        new VersionId(row.uuid("version_id")),
                        row.integer("number"),
                        new JobId(row.uuid("job_id"))),
                row.text("filename"),
                new StoredObject(
                        new ObjectKey(row.uuid("object_key")), row.number("size"), new Sha256(row.text("sha256"))),
                row.instant("received_at"),
                new Origin(row.text("correlation_id"), row.optionalText("trace_parent")),
                row.integer("crashes"),
                row.integer("setbacks"));
    }
}
