package com.zenithcapital.modelfile.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How workbooks are taken in. */
@ConfigMapping(prefix = "zenith.model-files.upload")
public interface UploadConfig {

    /**
     * The largest workbook. A larger one is refused with 413, before it is read if its length is known.
     * {@code quarkus.http.limits.max-body-size} must be larger by the 64 KiB a form needs, or forms fail early.
     */
    @WithDefault("50M")
    MemorySize maxSize();

    /**
     * How many uploads are open at once in this instance; one more is answered 503 and asked to come again. Each takes
     * one {@code zenith.model-files.part-size} of disk, a little memory, and one of the gateway's connections to this service:
     * together with {@code zenith.model-files.job-events.most-open} the number must be well below
     * {@code zenith.gateway.pool.connections}.
     */
    @WithDefault("96")
    @Min(1)
    int maxOpen();

    /**
     * How long a body may stand still. It must be shorter than {@code quarkus.http.read-timeout}, which closes the
     * connection without an answer.
     */
    @WithDefault("PT20S")
    Duration idleLimit();

    /** How long one upload may take in all. Shorter than the reconciliation's grace, or its object may be swept away. */
    @WithDefault("PT15M")
    Duration timeLimit();

    /** The bytes a second a body must bring on average once the grace is over; 0 asks for none. */
    @WithDefault("8K")
    MemorySize minRate();

    /** How long a body may take to get up to speed. */
    @WithDefault("PT20S")
    Duration rateGrace();
}
