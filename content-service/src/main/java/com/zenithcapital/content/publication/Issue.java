package com.zenithcapital.content.publication;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication.
 *
 * @param note what a correction tells its readers
 * @param scheduledFor when it should have happened; null if somebody did it at once
 */
record Issue(
        Kind kind,
        Instant at,
        @Nullable String note,
        @Nullable Instant scheduledFor) {

    /** What made a text public. */
    enum Kind {
        PUBLISHED,
        /** A text that readers have seen is put right, and they are told so. */
        CORRECTED,
        /** It was public elsewhere before it came here. */
        IMPORTED
    }

    Issue {
        requireNonNull(kind, "kind is null");
        requireNonNull(at, "at is null");
    }
}
