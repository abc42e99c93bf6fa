package com.zenithcapital.modelfile.storage;

import static java.util.Objects.requireNonNull;

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

    @Override
    public String toString() {
        return value.toString();
    }
}
