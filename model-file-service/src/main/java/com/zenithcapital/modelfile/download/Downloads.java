package com.zenithcapital.modelfile.download;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import com.zenithcapital.platform.digest.Sha256;
import com.zenithcapital.platform.identity.UserId;
import com.zenithcapital.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** Which versions may be had, and the record of their being had. */
@ApplicationScoped
class Downloads {

    private static final String ACCEPTED = """
            select m.id as model_id, m.slug, m.published_version, v.id, v.number, v.filename, v.media_type, v.object_key,
                   v.size, v.sha256
            from model m
            join version v on v.model_id = m.id
            where v.state = 'ACCEPTED' and v.number = ?
            """;

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    Downloads(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What a client may have. By the unique index on the slug, then (model_id, number). */
    Optional<Downloadable> published(String slug, int number) {
        return database.first(
                ACCEPTED + "and m.slug = ? and v.published_at is not null and v.withdrawn_at is null",
                Downloads::downloadable,
                number,
                slug);
    }

    /** What analysts and editors may have: out of quarantine, published or not. By the primary key, then the same. */
    Optional<Downloadable> accepted(ModelId model, int number) {
        return database.first(ACCEPTED + "and m.id = ?", Downloads::downloadable, number, model.value());
    }

    /** Tells that a client began to download it. */
    @Transactional
    void started(Downloadable version, UserId client) {
        outbox.append(DownloadStarted.of(
                clock.instant(),
                new DownloadStarted.Data(
                        version.model(),
                        version.slug(),
                        version.version(),
                        version.number(),
                        version.object().size(),
                        client.value())));
    }

    private static Downloadable downloadable(Row row) throws SQLException {
        return new Downloadable(
                new ModelId(row.uuid("model_id")),
                row.text("slug"),
                new VersionId(row.uuid("id")),
                row.integer("number"),
                row.optionalInteger("published_version"),
                row.text("filename"),
                row.text("media_type"),
                new StoredObject(
                        new ObjectKey(row.uuid("object_key")), row.number("size"), new Sha256(row.text("sha256"))));
    }
}
