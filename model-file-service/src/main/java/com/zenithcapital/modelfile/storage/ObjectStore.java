package com.zenithcapital.modelfile.storage;

import com.zenithcapital.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The bucket. Objects are written once, under a key of their own, and never changed. */
@ApplicationScoped
public class ObjectStore {

    private final S3Client s3;
    private final String bucket;
    private final int partSize;

    ObjectStore(S3Client s3, StorageConfig config) {
        this.s3 = s3;
        this.bucket = config.bucket();
        this.partSize = Math.toIntExact(config.partSize().asLongValue());
    }

    /**
     * Begins a new object.
     *
     * @param expectedSize how many bytes will come at most, to take no more memory than they need; empty if nobody knows
     */
    public ObjectUpload begin(Optional<Long> expectedSize) {
        // One byte more than expected: a buffer that is not full at the end goes as one plain object.
        int buffer = (int) Math.min(expectedSize.map(size -> size + 1).orElse((long) partSize), partSize);
        return new ObjectUpload(s3, bucket, new ObjectKey(Ids.next()), new byte[buffer]);
    }

    /**
     * Opens part of an object; the caller closes it.
     *
     * @param first the first byte's position
     * @param last the last byte's position, inclusive
     */
    public InputStream open(ObjectKey key, long first, long last) {
        return asking(
                "An object could not be opened",
                client -> client.getObject(request ->
                        request.bucket(bucket).key(key.toString()).range("bytes=%d-%d".formatted(first, last))));
    }

    /** Copies an object into a new file, and fails unless its size and digest are what was stored. */
    public void copyTo(Path file, StoredObject object) throws IOException {
        MessageDigest digest = Sha256.start();
        long copied;
        try (InputStream in = open(object.key(), 0, object.size() - 1);
                OutputStream out =
                        new DigestOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), digest)) {
            copied = in.transferTo(out);
        }
        if (copied != object.size() || !Sha256.finish(digest).equals(object.digest())) {
            throw new StorageException("The object %s is not what was stored under its key".formatted(object.key()));
        }
    }

    /** Removes an object; one that is not there is no error. */
    public void remove(ObjectKey key) {
        asking(
                "An object could not be removed",
                client -> client.deleteObject(request -> request.bucket(bucket).key(key.toString())));
    }

    /** Hands over every object of ours with the time it was written, a thousand to a request. */
    public void forEach(BiConsumer<ObjectKey, Instant> action) {
        asking("The objects could not be listed", client -> {
            client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                    .forEach(object ->
                            ObjectKey.parse(object.key()).ifPresent(key -> action.accept(key, object.lastModified())));
            return true;
        });
    }

    /** Whether there is an object under this key. */
    public boolean has(ObjectKey key) {
        return asking("An object could not be looked for", client -> {
            try {
                client.headObject(request -> request.bucket(bucket).key(key.toString()));
                return true;
            } catch (NoSuchKeyException e) {
                return false;
            }
        });
    }

    /** Aborts the multipart uploads that were begun before a time and neither completed nor aborted. */
    public int abortUploadsOlderThan(Instant time) {
        return asking("Stale uploads could not be aborted", client -> {
            List<MultipartUpload> stale =
                    client.listMultipartUploadsPaginator(request -> request.bucket(bucket)).uploads().stream()
                            .filter(upload -> upload.initiated().isBefore(time))
                            .filter(upload -> ObjectKey.parse(upload.key()).isPresent())
                            .toList();
            stale.forEach(upload -> client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
            return stale.size();
        });
    }

    private <T> T asking(String failure, Function<S3Client, T> question) {
        try {
            return question.apply(s3);
        } catch (SdkException e) {
            throw StorageException.of(failure, e);
        }
    }
}
