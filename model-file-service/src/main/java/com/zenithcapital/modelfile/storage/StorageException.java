package com.zenithcapital.modelfile.storage;

import software.amazon.awssdk.core.exception.SdkException;

/** Storage is away, or did not do what it was asked. */
public class StorageException extends RuntimeException {

    /** What a failure of the SDK's means. */
    static StorageException of(String message, SdkException failure) {
        return StorageFullException.means(failure)
                ? new StorageFullException(message, failure)
                : new StorageException(message, failure);
    }

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    StorageException(String message) {
        super(message);
    }
}
