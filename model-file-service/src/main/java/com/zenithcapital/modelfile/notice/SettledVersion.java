package com.zenithcapital.modelfile.notice;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What this step reads of a version's verdict as it is published: which version. Everything else is in the database. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SettledVersion(UUID versionId) {

    SettledVersion {
        requireNonNull(versionId, "versionId is null");
    }
}
