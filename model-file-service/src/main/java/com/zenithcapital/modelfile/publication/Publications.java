package com.zenithcapital.modelfile.publication;

import static com.zenithcapital.modelfile.publication.PublicationProblem.NOT_ACCEPTED;
import static com.zenithcapital.modelfile.publication.PublicationProblem.NOT_PUBLISHED;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.ModelRows;
import com.zenithcapital.modelfile.version.VersionFact;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.modelfile.version.VersionRef;
import com.zenithcapital.modelfile.version.VersionState;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.identity.UserId;
import com.zenithcapital.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Makes accepted versions public and takes them back. Both are repeatable: what is so already stays and is told once. */
@ApplicationScoped
class Publications {

    private final ModelRows models;
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    Publications(ModelRows models, Database database, Outbox outbox, Clock clock) {
        this.models = models;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    void publish(ModelId model, int number, UserId editor) {
        Standing version = lock(model, number);
        if (version.state() != VersionState.ACCEPTED) {
            throw NOT_ACCEPTED.because(
                    "Version %d is %s. Only an accepted version can be published.".formatted(number, version.state()));
        }
        if (version.isPublic()) {
            return;
        }
        Instant now = clock.instant();
        database.update("""
                update version
                set published_at = ?, published_by = ?, withdrawn_at = null, withdrawn_by = null
                where id = ? and state = 'ACCEPTED'
                """, now, editor.value(), version.ref().versionId().value());
        showNewest(model);
        outbox.append(VersionFact.of(now, new VersionFact.Published(version.ref(), editor.value())));
    }

    @Transactional
    void withdraw(ModelId model, int number, UserId editor) {
        Standing version = lock(model, number);
        if (version.wasWithdrawn()) {
            return;
        }
        if (!version.isPublic()) {
            throw NOT_PUBLISHED.because("Version %d is not public.".formatted(number));
        }
        Instant now = clock.instant();
        database.update(
                "update version set withdrawn_at = ?, withdrawn_by = ? where id = ? and withdrawn_at is null",
                now,
                editor.value(),
                version.ref().versionId().value());
        showNewest(model);
        outbox.append(VersionFact.of(now, new VersionFact.Withdrawn(version.ref(), editor.value())));
    }

    /** How a version stands while its model is locked. */
    private record Standing(VersionRef ref, VersionState state, boolean isPublic, boolean wasWithdrawn) {}

    /**
     * The lock on the model's row has publications, withdrawals and deliveries of one model wait for each other, so that
     * its newest public version is right and its facts are in order. By the unique index on (model_id, number).
     */
    private Standing lock(ModelId model, int number) {
        String slug = models.lock(model);
        return database.first(
                        """
                        select v.id, v.state, v.published_at is not null and v.withdrawn_at is null as is_public,
                               v.withdrawn_at is not null as was_withdrawn, j.id as job_id
                        from version v
                        join job j on j.version_id = v.id
                        where v.model_id = ? and v.number = ?
                        """,
                        row -> new Standing(
                                new VersionRef(
                                        model,
                                        slug,
                                        new VersionId(row.uuid("id")),
                                        number,
                                        new JobId(row.uuid("job_id"))),
                                VersionState.valueOf(row.text("state")),
                                row.flag("is_public"),
                                row.flag("was_withdrawn")),
                        model.value(),
                        number)
                .orElseThrow(() -> NOT_FOUND.because("The model has no version %d.".formatted(number)));
    }

    /** Puts the newest public version, or none, where the public list finds it. By the index version_by_publication. */
    private void showNewest(ModelId model) {
        database.update("""
                with newest as (
                    select number, published_at
                    from version
                    where model_id = ? and published_at is not null and withdrawn_at is null
                    order by number desc
                    limit 1)
                update model
                set published_version = (select number from newest), published_at = (select published_at from newest)
                where id = ?
                """, model.value(), model.value());
    }
}
