package com.zenithcapital.modelfile.version;

import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.version.VersionFact.Received;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Database.RowReader;
import com.zenithcapital.platform.id.Ids;
import com.zenithcapital.platform.identity.UserId;
import com.zenithcapital.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes stored bytes the next version of their model, with its job and its event, in one transaction. */
@ApplicationScoped
public class VersionIntake {

    private static final Logger LOG = Logger.getLogger(VersionIntake.class);

    private static final RowReader<Receipt> KNOWN = row -> new Receipt(
            new JobId(row.uuid("job_id")), VersionState.valueOf(row.text("state")), row.integer("number"), false);

    private final ModelRows models;
    private final DailyBytes quota;
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    VersionIntake(ModelRows models, DailyBytes quota, Database database, Outbox outbox, Clock clock) {
        this.models = models;
        this.quota = quota;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What a request of this name was answered before. By the primary key of {@code idempotency_key}. */
    public Optional<Receipt> find(ModelId model, UserId uploader, IdempotencyKey key) {
        return database.first("""
                select j.id as job_id, j.state, v.number
                from idempotency_key k
                join version v on v.id = k.version_id
                join job j on j.version_id = v.id
                where k.model_id = ? and k.user_id = ? and k.key = ?
                """, KNOWN, model.value(), uploader.value(), key.value());
    }

    /**
     * Takes a workbook in. The lock on the model's row makes deliveries to one model wait for each other: no two get
     * one number, no two of the same bytes get in, and their events are told in the order of their numbers.
     */
    @Transactional
    public Receipt take(Delivery delivery) {
        String slug = models.lock(delivery.model());
        Optional<Receipt> before = delivery.idempotencyKey()
                .flatMap(key -> find(delivery.model(), delivery.uploader(), key))
                .or(() -> find(delivery.model(), delivery.object()));
        if (before.isPresent()) {
            return before.get();
        }
        quota.take(delivery.uploader(), delivery.object().size());
        Instant now = clock.instant();
        VersionRef version = new VersionRef(
                delivery.model(), slug, new VersionId(Ids.next()), nextNumber(delivery.model()), new JobId(Ids.next()));
        insertVersion(version, delivery, now);
        insertJob(version, now);
        delivery.idempotencyKey().ifPresent(key -> insertKey(key, version, delivery.uploader(), now));
        outbox.append(VersionFact.of(now, received(version, delivery)));
        LOG.infof(
                "version received model=%s version=%d job=%s size=%d",
                version.modelId(),
                version.number(),
                version.jobId(),
                delivery.object().size());
        return new Receipt(version.jobId(), VersionState.RECEIVED, version.number(), true);
    }

    /** The version with these bytes which is in flight or accepted. By the index version_by_digest. */
    private Optional<Receipt> find(ModelId model, StoredObject object) {
        return database.first("""
                select j.id as job_id, j.state, v.number
                from version v
                join job j on j.version_id = v.id
                where v.model_id = ? and v.sha256 = ? and v.state in ('RECEIVED', 'PROCESSING', 'ACCEPTED')
                """, KNOWN, model.value(), object.digest().hex());
    }

    /** Whether a version has these bytes. By the unique index on (model_id, number). */
    public boolean hasDigest(ModelId model, int number, String sha256) {
        return database.first(
                        "select 1 as found from version where model_id = ? and number = ? and sha256 = ?",
                        row -> true,
                        model.value(),
                        number,
                        sha256)
                .isPresent();
    }

    private int nextNumber(ModelId model) {
        return database.first(
                        "update model set last_version = last_version + 1 where id = ? returning last_version",
                        row -> row.integer("last_version"),
                        model.value())
                .orElseThrow();
    }

    private void insertVersion(VersionRef version, Delivery delivery, Instant now) {
        Origin origin = Origin.current();
        database.update(
                """
                insert into version (id, model_id, number, state, filename, media_type, size, sha256, object_key,
                                     uploaded_by, uploader_mail, correlation_id, trace_parent, received_at)
                values (?, ?, ?, 'RECEIVED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                version.versionId().value(),
                version.modelId().value(),
                version.number(),
                delivery.filename(),
                delivery.mediaType().text(),
                delivery.object().size(),
                delivery.object().digest().hex(),
                delivery.object().key().value(),
                delivery.uploader().value(),
                delivery.mail().orElse(null),
                origin.correlationId(),
                origin.traceParent().orElse(null),
                now);
    }

    private void insertJob(VersionRef version, Instant now) {
        // due_at is the database's time: leases of several instances are compared by one clock.
        database.update(
                "insert into job (id, version_id, state, due_at, created_at) values (?, ?, 'RECEIVED', now(), ?)",
                version.jobId().value(),
                version.versionId().value(),
                now);
    }

    private void insertKey(IdempotencyKey key, VersionRef version, UserId uploader, Instant now) {
        database.update(
                "insert into idempotency_key (model_id, user_id, key, version_id, created_at) values (?, ?, ?, ?, ?)",
                version.modelId().value(),
                uploader.value(),
                key.value(),
                version.versionId().value(),
                now);
    }

    private static Received received(VersionRef version, Delivery delivery) {
        return new Received(
                version,
                delivery.filename(),
                delivery.object().size(),
                delivery.object().digest().hex(),
                delivery.uploader().value());
    }
}
