package com.zenithcapital.modelfile.upload.resumable;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.storage.PartialObjects.Part;
import com.zenithcapital.modelfile.upload.resumable.ResumableUpload.Tail;
import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.modelfile.version.MediaType;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.Receipt;
import com.zenithcapital.modelfile.version.VersionState;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import com.zenithcapital.platform.identity.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of resumable uploads. Every change by a writer asks for its token, so a writer of before changes nothing. */
@ApplicationScoped
class UploadRows {

    private static final String SELECT = """
            select u.id, u.model_id, u.owner, u.owner_mail, u.metadata, u.length, u.received, u.multipart_id,
                   u.tail_key, u.tail_size, u.media_type, u.job_id, j.state, v.number, u.correlation_id, u.touched_at
            from resumable_upload u
            left join job j on j.id = u.job_id
            left join version v on v.id = j.version_id
            """;

    private final Database database;
    private final Clock clock;

    UploadRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(ResumableUpload upload) {
        database.update(
                """
                insert into resumable_upload (id, model_id, owner, owner_mail, metadata, length, multipart_id,
                                              correlation_id, created_at, touched_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                upload.id().value(),
                upload.model().value(),
                upload.owner().value(),
                upload.mail().orElse(null),
                upload.metadata(),
                upload.length(),
                upload.multipartId(),
                upload.correlationId(),
                upload.touched(),
                upload.touched());
    }

    /** By the index resumable_upload_by_owner. */
    long open(UserId owner) {
        return database.first(
                        "select count(*) as open from resumable_upload where owner = ? and job_id is null",
                        row -> row.number("open"),
                        owner.value())
                .orElseThrow();
    }

    /** By the primary key. */
    Optional<ResumableUpload> find(ObjectKey id) {
        return database.first(SELECT + "where u.id = ?", UploadRows::read, id.value());
    }

    /** As {@link #find}, and nothing changes it before the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ResumableUpload> lock(ObjectKey id) {
        return database.first(SELECT + "where u.id = ? for update of u", UploadRows::read, id.value());
    }

    /** Makes a request the writer, whoever was before; false when the offset is another by now. By the primary key. */
    boolean claim(ObjectKey id, UUID writer, long offset) {
        return database.update(
                        "update resumable_upload set writer = ? where id = ? and received = ? and job_id is null",
                        writer,
                        id.value(),
                        offset)
                == 1;
    }

    /** Lets a writer go, so that what is read after it stays true until somebody writes again. By the primary key. */
    void letGo(ObjectKey id) {
        database.update("update resumable_upload set writer = null where id = ? and writer is not null", id.value());
    }

    /** A part number that nobody used, for the writer; empty when it is the writer no more. By the primary key. */
    Optional<Integer> nextPart(ObjectKey id, UUID writer) {
        return database.first(
                "update resumable_upload set last_part = last_part + 1 where id = ? and writer = ? returning last_part",
                row -> row.integer("last_part"),
                id.value(),
                writer);
    }

    /**
     * What a writer has stored since its last record.
     *
     * @param parts new ones
     * @param received up to which byte everything is kept
     * @param tail the bytes behind the last part
     * @param type what the first bytes say, if they are here
     */
    record Progress(List<Part> parts, long received, Optional<Tail> tail, Optional<MediaType> type) {
        Progress {
            parts = List.copyOf(parts);
        }
    }

    /** Makes stored bytes count; false when the writer is it no more, and nothing does. By the primary key. */
    @Transactional
    boolean record(ObjectKey id, UUID writer, Progress progress) {
        int changed = database.update(
                """
                update resumable_upload
                set received = ?, tail_key = ?, tail_size = ?, media_type = ?, touched_at = ?
                where id = ? and writer = ?
                """,
                progress.received(),
                progress.tail().map(Tail::key).orElse(null),
                progress.tail().map(Tail::size).orElse(0),
                progress.type().map(MediaType::name).orElse(null),
                clock.instant(),
                id.value(),
                writer);
        if (changed == 0) {
            return false;
        }
        for (Part part : progress.parts()) {
            database.update(
                    "insert into resumable_part (upload_id, number, etag) values (?, ?, ?)",
                    id.value(),
                    part.number(),
                    part.etag());
        }
        return true;
    }

    /** By the primary key. */
    List<Part> parts(ObjectKey id) {
        return database.list(
                "select number, etag from resumable_part where upload_id = ? order by number",
                row -> new Part(row.integer("number"), row.text("etag")),
                id.value());
    }

    void becameVersion(ObjectKey id, JobId job) {
        database.update(
                "update resumable_upload set job_id = ?, writer = null, touched_at = ? where id = ?",
                job.value(),
                clock.instant(),
                id.value());
    }

    /** Removes the row of an upload that is no version; false when it became one, or is gone. By the primary key. */
    boolean remove(ObjectKey id) {
        return database.update("delete from resumable_upload where id = ? and job_id is null", id.value()) == 1;
    }

    /** By the index resumable_upload_by_touch. */
    int forgetVersionsBefore(Instant time) {
        return database.update("delete from resumable_upload where touched_at < ? and job_id is not null", time);
    }

    /** Some of those that stood still since a time and are no version. By the index resumable_upload_by_touch. */
    List<ResumableUpload> idleSince(Instant time) {
        return database.list(
                SELECT + "where u.touched_at < ? and u.job_id is null order by u.touched_at limit 100",
                UploadRows::read,
                time);
    }

    /** Some of those whose every byte is here since before a time and that are no version. By the same index. */
    List<ResumableUpload> wholeSince(Instant time) {
        return database.list(
                SELECT
                        + "where u.touched_at < ? and u.received = u.length and u.job_id is null order by u.touched_at limit 100",
                UploadRows::read,
                time);
    }

    /** The ids among these that are no version yet, and their tails. By the primary key. */
    List<ResumableUpload> openAmong(Set<UUID> ids) {
        return database.list(
                SELECT + "where u.id = any (?::uuid[]) and u.job_id is null",
                UploadRows::read,
                ids.stream().map(UUID::toString).toList());
    }

    private static ResumableUpload read(Row row) throws SQLException {
        return new ResumableUpload(
                new ObjectKey(row.uuid("id")),
                new ModelId(row.uuid("model_id")),
                new UserId(row.text("owner")),
                row.optionalText("owner_mail"),
                row.text("metadata"),
                row.number("length"),
                row.number("received"),
                row.text("multipart_id"),
                tail(row),
                row.optionalText("media_type").map(MediaType::valueOf),
                receipt(row),
                row.text("correlation_id"),
                row.instant("touched_at"));
    }

    private static Optional<Tail> tail(Row row) throws SQLException {
        int size = row.integer("tail_size");
        return size == 0 ? Optional.empty() : Optional.of(new Tail(row.uuid("tail_key"), size));
    }

    private static Optional<Receipt> receipt(Row row) throws SQLException {
        Optional<String> state = row.optionalText("state");
        return state.isEmpty()
                ? Optional.empty()
                : Optional.of(new Receipt(
                        new JobId(row.uuid("job_id")),
                        VersionState.valueOf(state.get()),
                        row.integer("number"),
                        false));
    }
}
