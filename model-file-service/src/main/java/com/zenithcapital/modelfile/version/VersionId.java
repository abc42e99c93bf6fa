package com.zenithcapital.modelfile.version;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a version. */
public record VersionId(@JsonValue UUID value) {

    public VersionId {
        requireNonNull(value, "value is null");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
