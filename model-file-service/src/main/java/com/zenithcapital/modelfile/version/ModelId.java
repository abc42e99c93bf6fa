package com.zenithcapital.modelfile.version;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a model. */
public record ModelId(@JsonValue UUID value) {

    public ModelId {
        requireNonNull(value, "value is null");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
