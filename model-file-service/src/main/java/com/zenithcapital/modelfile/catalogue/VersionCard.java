package com.zenithcapital.modelfile.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A public version.
 *
 * @param latestVersion the number of the model's newest public version, which may be this one
 * @param superseded whether it is not: a newer one is public
 */
record VersionCard(
        @JsonProperty("version") int number,
        String filename,
        String mediaType,
        long size,
        String sha256,
        Instant publishedAt,
        int latestVersion,
        boolean superseded) {}
