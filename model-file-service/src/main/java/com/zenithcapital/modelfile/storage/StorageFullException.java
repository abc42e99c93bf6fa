package com.zenithcapital.modelfile.storage;

import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Storage has no room left: its disk is full, or the bucket has all that it may have. Servers that call a full disk an internal
 * error (s3proxy does) cannot be told from broken ones, and are {@link StorageException}.
 */
public final class StorageFullException extends StorageException {

    private static final int INSUFFICIENT_STORAGE = 507;

    /** S3's own API knows no full bucket; these are Ceph's and MinIO's words for it, whatever the status. */
    private static final Set<String> CODES =
            Set.of("QuotaExceeded", "XMinioStorageFull", "XMinioAdminBucketQuotaExceeded");

    StorageFullException(String message, Throwable cause) {
        super(message, cause);
    }

    static boolean means(SdkException failure) {
        return failure instanceof S3Exception s3
                && (s3.statusCode() == INSUFFICIENT_STORAGE
                        || (s3.awsErrorDetails() != null
                                && CODES.contains(s3.awsErrorDetails().errorCode())));
    }
}
