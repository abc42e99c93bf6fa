package com.zenithcapital.modelfile.storage;

import static java.util.Objects.requireNonNull;

import com.zenithcapital.platform.digest.Sha256;

/**
 * An object that is whole in storage.
 *
 * @param size in bytes
 * @param digest the SHA-256 of those bytes
 */
public record StoredObject(ObjectKey key, long size, Sha256 digest) {

    public StoredObject {
        requireNonNull(key, "key is null");
        requireNonNull(digest, "digest is null");
    }
}
