package com.zenithcapital.modelfile.storage;

/** Storage is away, or did not do what it was asked. */
public class StorageException extends RuntimeException {

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }

    StorageException(String message) {
        super(message);
    }
}
