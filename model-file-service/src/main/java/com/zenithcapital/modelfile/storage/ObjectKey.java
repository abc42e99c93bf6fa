package com.zenithcapital.modelfile.storage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An object's name in the bucket: the id of the upload that wrote it, and nothing a caller chose. */
public record ObjectKey(UUID value) {

    public ObjectKey {
        requireNonNull(value, "value is null");
    }

    /** The key a name stands for; empty for a name that is none of ours. */
    static Optional<ObjectKey> parse(String name) {
        try {
            UUID value = UUID.fromString(name);
            return value.toString().equals(name) ? Optional.of(new ObjectKey(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** When it was made, which a UUIDv7 says in its first 48 bits (RFC 9562, 5.7); empty for a key of another kind. */
    Optional<Instant> madeAt() {
        return value.version() == 7
                ? Optional.of(Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
