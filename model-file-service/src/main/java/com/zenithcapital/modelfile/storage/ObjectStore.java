package com.zenithcapital.modelfile.storage;

import com.zenithcapital.platform.digest.Sha256;
import com.zenithcapital.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The bucket. Objects are written once, under a key of their own, and never changed. */
@ApplicationScoped
public class ObjectStore {

    private final S3Client s3;
    private final String bucket;
    private final Path partDirectory;
    private final int partSize;

    ObjectStore(S3Client s3, StorageConfig config) {
        this.s3 = s3;
        this.bucket = config.bucket();
        this.partDirectory = config.partDirectory();
        this.partSize = Math.toIntExact(config.partSize().asLongValue());
    }

    /** Begins a new object. */
    public ObjectUpload begin() {
        return new ObjectUpload(s3, bucket, new ObjectKey(Ids.next()), PartFile.in(partDirectory, partSize));
    }

    /**
     * Opens part of an object; the caller closes it. It fails at once if storage has not as many bytes there.
     *
     * @param first the first byte's position
     * @param last the last byte's position, inclusive
     */
    public InputStream open(ObjectKey key, long first, long last) {
        ResponseInputStream<GetObjectResponse> bytes = asking(
                "An object could not be opened",
                client -> client.getObject(request ->
                        request.bucket(bucket).key(key.toString()).range("bytes=%d-%d".formatted(first, last))));
        @Nullable Long length = bytes.response().contentLength();
        if (length != null && length != last - first + 1) {
            bytes.abort();
            throw new StorageException(
                    "The object %s has %d bytes from %d on, not %d".formatted(key, length, first, last - first + 1));
        }
        return bytes;
    }

    /** Copies an object into a new file, and fails unless its size and digest are what was stored. */
    public void copyTo(Path file, StoredObject object) throws IOException {
        Sha256.Running digest = Sha256.running();
        long copied;
        try (InputStream in = open(object.key(), 0, object.size() - 1);
                OutputStream out = digest.of(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            copied = in.transferTo(out);
        }
        if (copied != object.size() || !digest.end().equals(object.digest())) {
            throw new StorageException("The object %s is not what was stored under its key".formatted(object.key()));
        }
    }

    /** Removes an object; one that is not there is no error. */
    public void remove(ObjectKey key) {
        asking(
                "An object could not be removed",
                client -> client.deleteObject(request -> request.bucket(bucket).key(key.toString())));
    }

    /** Removes an object that was listed; one that is not there any more is no error. */
    public void remove(ListedObject object) {
        asking(
                "An object could not be removed",
                client -> client.deleteObject(request -> request.bucket(bucket).key(object.name())));
    }

    /** Hands over every object of ours, in the order of their names, a thousand to a request. */
    public void forEach(Consumer<ListedObject> action) {
        asking("The objects could not be listed", client -> {
            client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                    .forEach(object -> ListedObject.ownerOf(object.key())
                            .map(owner -> new ListedObject(object.key(), owner, object.size(), object.lastModified()))
                            .ifPresent(action));
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

    /**
     * Aborts the multipart uploads that were begun before a time and neither completed nor aborted.
     *
     * @param inUse tells those of the names that somebody still writes to
     */
    public int abortUploadsOlderThan(Instant time, UnaryOperator<Set<String>> inUse) {
        return asking("Stale uploads could not be aborted", client -> {
            List<MultipartUpload> stale =
                    client.listMultipartUploadsPaginator(request -> request.bucket(bucket)).uploads().stream()
                            .filter(upload -> ListedObject.ownerOf(upload.key())
                                    .filter(key -> begun(key, upload).isBefore(time))
                                    .isPresent())
                            .toList();
            Set<String> written =
                    inUse.apply(stale.stream().map(MultipartUpload::key).collect(Collectors.toSet()));
            List<MultipartUpload> abandoned = stale.stream()
                    .filter(upload -> !written.contains(upload.key()))
                    .toList();
            abandoned.forEach(upload -> client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
            return abandoned.size();
        });
    }

    /** By its key, because s3proxy says of every upload that it was begun just now. */
    private static Instant begun(ObjectKey key, MultipartUpload upload) {
        return key.madeAt().orElseGet(upload::initiated);
    }

    private <T> T asking(String failure, Function<S3Client, T> question) {
        try {
            return question.apply(s3);
        } catch (SdkException e) {
            throw StorageException.of(failure, e);
        }
    }
}
