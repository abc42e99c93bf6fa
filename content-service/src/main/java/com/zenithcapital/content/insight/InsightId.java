package com.zenithcapital.content.insight;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which insight. */
public record InsightId(@JsonValue UUID value) {

    public InsightId {
        requireNonNull(value, "value is null");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
