package com.zenithcapital.modelfile.publication;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.modelfile.version.VersionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version as analysts and editors see it.
 *
 * @param publishedAt when it became public; null if it is not, or not any more
 * @param withdrawnAt when it stopped being so; null if it did not
 * @param superseded whether it is public and a newer version is so too
 */
record VersionView(
        @JsonProperty("version") int number,
        VersionState state,
        JobId job,
        String filename,
        String mediaType,
        long size,
        String sha256,
        String uploadedBy,
        Instant receivedAt,
        @Nullable Instant settledAt,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        boolean superseded) {

    boolean isPublic() {
        return publishedAt != null && withdrawnAt == null;
    }
}
