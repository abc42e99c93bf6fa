package com.zenithcapital.modelfile.reconciliation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of rows and objects, as admins see it.
 *
 * @param finishedAt null while it lasts, and for ever when its instance was killed
 * @param failure why it found nothing out
 * @param found null until it has ended well
 */
record RunView(
        UUID id,
        String instance,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        @Nullable Findings found) {}
