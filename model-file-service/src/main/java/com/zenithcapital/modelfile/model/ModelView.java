package com.zenithcapital.modelfile.model;

import com.zenithcapital.modelfile.version.ModelId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as analysts and editors see it.
 *
 * @param latestVersion the number of the newest version, whatever its state; null before the first
 * @param publishedVersion the number of the newest public version; null while there is none
 * @param revision what the ETag says
 */
record ModelView(
        ModelId id,
        String slug,
        String title,
        String summary,
        List<String> tags,
        String createdBy,
        Instant createdAt,
        String updatedBy,
        Instant updatedAt,
        @Nullable Integer latestVersion,
        @Nullable Integer publishedVersion,
        int revision) {}
