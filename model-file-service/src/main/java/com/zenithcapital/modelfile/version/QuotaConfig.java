package com.zenithcapital.modelfile.version;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/**
 * What one user may bring in. Past it an upload is answered 429 {@code quota-exceeded}, before its body is read where its
 * length is known.
 */
@ConfigMapping(prefix = "zenith.model-files.quota")
public interface QuotaConfig {

    /**
     * How many requests that bring bytes a user may have open at once in this instance. With as many as
     * {@code zenith.model-files.upload.max-open} one user could take every place there is: the service does not start.
     */
    @WithDefault("40")
    @Min(1)
    int openUploads();

    /**
     * How many bytes of new versions a user may bring in any 24 hours, over all instances. Bytes that were refused, or were here
     * already, do not count. Too low a number stops an analyst in the middle of a season.
     */
    @WithDefault("96G")
    MemorySize bytesADay();
}
