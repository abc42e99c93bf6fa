package com.zenithcapital.modelfile.testing;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.storage.StorageConfig;
import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** What the service keeps: rows and objects, to be looked at behind its back. */
@ApplicationScoped
public class Kept {

    private final Database database;
    private final ObjectStore store;
    private final S3Client s3;
    private final String bucket;

    Kept(Database database, ObjectStore store, S3Client s3, StorageConfig config) {
        this.database = database;
        this.store = store;
        this.s3 = s3;
        this.bucket = config.bucket();
    }

    /** The number a query answers. */
    public long count(String sql, @Nullable Object... arguments) {
        return database.first(sql, row -> row.number("count"), arguments).orElseThrow();
    }

    /** The text a query answers, if it finds a row. */
    public Optional<String> text(String sql, @Nullable Object... arguments) {
        return database.first(sql, row -> row.text("text"), arguments);
    }

    /** The id a query answers. */
    public UUID id(String sql, @Nullable Object... arguments) {
        return database.first(sql, row -> row.uuid("id"), arguments).orElseThrow();
    }

    public long versions(String model) {
        return count("select count(*) as count from version where model_id = ?::uuid", model);
    }

    public long facts(String type, String model) {
        return count("select count(*) as count from outbox where type = ? and key = ?", type, model);
    }

    /** Every object in the bucket. */
    public Set<UUID> objects() {
        Set<UUID> keys = new HashSet<>();
        store.forEach(object -> keys.add(object.owner().value()));
        return keys;
    }

    /** How many multipart uploads were begun and not ended, those of resumable uploads aside. */
    public long openUploads() {
        return s3.listMultipartUploads(request -> request.bucket(bucket)).uploads().stream()
                .filter(upload ->
                        count("select count(*) as count from resumable_upload where id = ?::uuid", upload.key()) == 0)
                .count();
    }

    /** How many multipart uploads of one object were begun and not ended. */
    public long openUploadsOf(String object) {
        return s3.listMultipartUploads(request -> request.bucket(bucket)).uploads().stream()
                .filter(upload -> upload.key().equals(object))
                .count();
    }

    /** The names of what is kept beside an object. */
    public Set<String> namesBeside(String object) {
        Set<String> names = names();
        names.removeIf(name -> !name.startsWith(object + "."));
        return names;
    }

    public UUID objectOf(String model, int version) {
        return database.first(
                        "select object_key from version where model_id = ?::uuid and number = ?",
                        row -> row.uuid("object_key"),
                        model,
                        version)
                .orElseThrow();
    }

    /** What an object holds. */
    public byte[] bytes(String object) {
        return s3.getObjectAsBytes(request -> request.bucket(bucket).key(object))
                .asByteArray();
    }

    /** An object that no row names. */
    public UUID orphan(byte[] bytes) {
        UUID key = UUID.randomUUID();
        s3.putObject(request -> request.bucket(bucket).key(key.toString()), RequestBody.fromBytes(bytes));
        return key;
    }

    /** An object kept beside an upload. */
    public String put(String name, byte[] bytes) {
        s3.putObject(request -> request.bucket(bucket).key(name), RequestBody.fromBytes(bytes));
        return name;
    }

    /** The names of all objects. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        store.forEach(object -> names.add(object.name()));
        return names;
    }

    /** A multipart upload that nobody ends, begun at a time, and its object's name. */
    public String beginUpload(Instant time) {
        UUID random = UUID.randomUUID();
        long version7 = (time.toEpochMilli() << 16) | 0x7000 | (random.getMostSignificantBits() & 0xfff);
        String name = new UUID(version7, random.getLeastSignificantBits()).toString();
        s3.createMultipartUpload(request -> request.bucket(bucket).key(name));
        return name;
    }

    /** Puts other bytes where an object is. */
    public void overwrite(UUID object, byte[] bytes) {
        s3.putObject(request -> request.bucket(bucket).key(object.toString()), RequestBody.fromBytes(bytes));
    }

    public void remove(UUID object) {
        store.remove(new ObjectKey(object));
    }

    /** Changes rows behind the service's back. */
    public int change(String sql, @Nullable Object... arguments) {
        return database.update(sql, arguments);
    }

    /** Puts a settled job where it was before its verdict: waiting, or in the hands of a worker that died. */
    public void unsettle(String job, String state) {
        change("delete from preview_row where version_id = (select version_id from job where id = ?::uuid)", job);
        change("delete from inspection where version_id = (select version_id from job where id = ?::uuid)", job);
        change("""
                with again as (
                    update job
                    set state = ?, percent = 0, finished_at = null, due_at = now(),
                        lease_owner = case when ? = 'PROCESSING' then gen_random_uuid() end
                    where id = ?::uuid
                    returning version_id, state)
                update version v set state = a.state, settled_at = null from again a where v.id = a.version_id
                """, state, state, job);
    }
}
