package com.zenithcapital.modelfile.storage;

import com.zenithcapital.platform.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * One object being written: its bytes go to S3 a part at a time, hashed and counted on the way, through one file.
 *
 * <p>What is closed without {@link #complete} leaves nothing behind. If S3 is away at that moment the
 * reconciliation does it later.
 */
public final class ObjectUpload implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ObjectUpload.class);
    private static final String BYTES = "application/octet-stream";
    private static final int CHUNK = 64 * 1024;

    private final S3Client s3;
    private final String bucket;
    private final ObjectKey key;
    private final PartFile part;
    private final Sha256.Running digest = Sha256.running();
    private final List<CompletedPart> parts = new ArrayList<>();

    private long size;
    private @Nullable String multipartId;
    private boolean completing;
    private boolean completed;

    ObjectUpload(S3Client s3, String bucket, ObjectKey key, PartFile part) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.part = part;
    }

    /**
     * Takes a stream to its end.
     *
     * @param limit how many bytes the object may have in all
     * @throws TooLargeException as soon as there are more
     * @throws IOException if the stream fails
     * @throws StorageException if S3 does
     */
    public void transferFrom(InputStream in, long limit) throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (true) {
            int read = in.read(chunk, 0, Math.min(chunk.length, part.room()));
            if (read < 0) {
                return;
            }
            size += read;
            if (size > limit) {
                throw new TooLargeException(limit);
            }
            digest.update(chunk, 0, read);
            part.append(chunk, read);
            if (part.room() == 0) {
                sendPart();
            }
        }
    }

    /** Makes the object visible under its key. */
    public StoredObject complete() {
        completing = true;
        try {
            if (multipartId == null) {
                s3.putObject(request -> request.bucket(bucket).key(key.toString()), part.body());
            } else {
                if (part.size() > 0) {
                    sendPart();
                }
                s3.completeMultipartUpload(request -> request.bucket(bucket)
                        .key(key.toString())
                        .uploadId(multipartId)
                        .multipartUpload(upload -> upload.parts(parts)));
            }
        } catch (SdkException e) {
            throw StorageException.of("An object could not be completed", e);
        }
        completed = true;
        return new StoredObject(key, size, digest.end());
    }

    @Override
    public void close() {
        try (part) {
            if (!completed) {
                abandon();
            }
        }
    }

    private void abandon() {
        try {
            if (multipartId != null) {
                s3.abortMultipartUpload(
                        request -> request.bucket(bucket).key(key.toString()).uploadId(multipartId));
            }
            if (completing) {
                // It failed, or only its answer was lost.
                s3.deleteObject(request -> request.bucket(bucket).key(key.toString()));
            }
        } catch (SdkException e) {
            // Why is told by what made us give up.
            LOG.warnf("upload left to the reconciliation key=%s cause=%s", key, e.getMessage());
        }
    }

    private void sendPart() {
        int number = parts.size() + 1;
        try {
            if (multipartId == null) {
                multipartId = s3.createMultipartUpload(request ->
                                request.bucket(bucket).key(key.toString()).contentType(BYTES))
                        .uploadId();
            }
            String uploadId = multipartId;
            String tag = s3.uploadPart(
                            request -> request.bucket(bucket)
                                    .key(key.toString())
                                    .uploadId(uploadId)
                                    .partNumber(number),
                            part.body())
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
            part.clear();
        } catch (SdkException e) {
            throw StorageException.of("A part could not be stored", e);
        }
    }
}
