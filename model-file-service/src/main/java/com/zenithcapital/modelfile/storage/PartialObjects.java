package com.zenithcapital.modelfile.storage;

import com.zenithcapital.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/**
 * Objects that are written by several requests, perhaps of several instances: S3's multipart upload, and beside it an
 * object for the bytes at the end that are too few for a part. What counts of it is for the caller to know.
 */
@ApplicationScoped
public class PartialObjects {

    private static final String BYTES = "application/octet-stream";
    private static final int CHUNK = 64 * 1024;

    private final S3Client s3;
    private final String bucket;
    private final Path partDirectory;
    private final int partSize;

    PartialObjects(S3Client s3, StorageConfig config) {
        this.s3 = s3;
        this.bucket = config.bucket();
        this.partDirectory = config.partDirectory();
        this.partSize = Math.toIntExact(config.partSize().asLongValue());
    }

    /** A part as S3 knows it again. */
    public record Part(int number, String etag) {}

    /** Where the bytes of a part are until there are enough; the caller closes it. */
    public PartFile newPart() {
        return PartFile.in(partDirectory, partSize);
    }

    /** Begins an object; the answer is what S3 calls it until it is whole. */
    public String begin(ObjectKey key) {
        return asking(
                "An object could not be begun",
                client -> client.createMultipartUpload(request ->
                                request.bucket(bucket).key(key.toString()).contentType(BYTES))
                        .uploadId());
    }

    /** Stores a part. One of the same number is replaced, so no number is used for two contents. */
    public Part putPart(ObjectKey key, String multipartId, int number, PartFile bytes) {
        String etag = asking(
                "A part could not be stored",
                client -> client.uploadPart(
                                request -> request.bucket(bucket)
                                        .key(key.toString())
                                        .uploadId(multipartId)
                                        .partNumber(number),
                                bytes.body())
                        .eTag());
        return new Part(number, etag);
    }

    /** Makes an object of the parts, in their order. One that was made before stays as it is. */
    public void complete(ObjectKey key, String multipartId, List<Part> parts) {
        List<CompletedPart> completed = parts.stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.number())
                        .eTag(part.etag())
                        .build())
                .toList();
        asking("An object could not be completed", client -> {
            try {
                return client.completeMultipartUpload(request -> request.bucket(bucket)
                        .key(key.toString())
                        .uploadId(multipartId)
                        .multipartUpload(upload -> upload.parts(completed)));
            } catch (NoSuchUploadException e) {
                // Done before, and the answer was lost: then the object is there, or else this says it is not.
                return client.headObject(request -> request.bucket(bucket).key(key.toString()));
            }
        });
    }

    /** Forgets the parts. There being none is no error. */
    public void abort(ObjectKey key, String multipartId) {
        asking("An upload could not be aborted", client -> {
            try {
                return client.abortMultipartUpload(
                        request -> request.bucket(bucket).key(key.toString()).uploadId(multipartId));
            } catch (NoSuchUploadException e) {
                return true;
            }
        });
    }

    /** Keeps bytes that are too few for a part, under a name nobody used before. */
    public void putTail(ObjectKey key, UUID tail, PartFile bytes) {
        asking(
                "A tail could not be stored",
                client -> client.putObject(request -> request.bucket(bucket).key(tailName(key, tail)), bytes.body()));
    }

    /** Reads them back, all of the length that was kept. */
    public void readTail(ObjectKey key, UUID tail, PartFile part, int length) {
        asking("A tail could not be read", client -> {
            try (InputStream in =
                    client.getObject(request -> request.bucket(bucket).key(tailName(key, tail)))) {
                copy(in, part::append);
                if (part.size() != length) {
                    throw new StorageException(
                            "The tail %s has %d bytes, not %d".formatted(tailName(key, tail), part.size(), length));
                }
                return true;
            } catch (IOException e) {
                throw new StorageException("A tail could not be read", e);
            }
        });
    }

    public void removeTail(ObjectKey key, UUID tail) {
        asking(
                "A tail could not be removed",
                client -> client.deleteObject(request -> request.bucket(bucket).key(tailName(key, tail))));
    }

    /** The object as it lies in storage, read from its first byte to its last. */
    public StoredObject stored(ObjectKey key) {
        Sha256.Running digest = Sha256.running();
        long size = asking("An object could not be read", client -> {
            try (InputStream in =
                    client.getObject(request -> request.bucket(bucket).key(key.toString()))) {
                return copy(in, (bytes, count) -> digest.update(bytes, 0, count));
            } catch (IOException e) {
                throw new StorageException("An object could not be read", e);
            }
        });
        return new StoredObject(key, size, digest.end());
    }

    /** The object's name until it is whole, and of what is kept beside it. */
    public static String tailName(ObjectKey key, UUID tail) {
        return key + "." + tail;
    }

    private static long copy(InputStream in, ObjIntConsumer<byte[]> taker) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long total = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            taker.accept(chunk, read);
            total += read;
        }
        return total;
    }

    private <T> T asking(String failure, Function<S3Client, T> question) {
        try {
            return question.apply(s3);
        } catch (SdkException e) {
            throw new StorageException(failure, e);
        }
    }
}
