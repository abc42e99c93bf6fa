package com.zenithcapital.modelfile.version;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which version a fact speaks of, as every fact about one says it.
 *
 * @param number the version's number within its model
 */
public record VersionRef(
        ModelId modelId,
        String slug,
        VersionId versionId,
        @JsonProperty("version") int number,
        JobId jobId) {}
