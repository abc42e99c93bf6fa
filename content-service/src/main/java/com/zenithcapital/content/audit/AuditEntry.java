package com.zenithcapital.content.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trail. It has no text of the insight: its reader may not be allowed to see that.
 *
 * @param slug where everybody finds the insight; null while not everybody does
 * @param revision the newest when it was done
 * @param fields the names of those that were changed
 */
record AuditEntry(
        long id,
        Instant at,
        Who actor,
        String action,
        UUID insight,
        @Nullable String slug,
        int revision,
        List<String> fields,
        String correlationId) {

    /** Who it was, under the name at the time. */
    record Who(String id, String name) {}
}
