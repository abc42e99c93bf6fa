package com.zenithcapital.modelfile.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** A public version. */
record VersionCard(
        @JsonProperty("version") int number,
        String filename,
        String mediaType,
        long size,
        String sha256,
        Instant publishedAt) {}
