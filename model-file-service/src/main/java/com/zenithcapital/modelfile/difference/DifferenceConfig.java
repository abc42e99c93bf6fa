package com.zenithcapital.modelfile.difference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How versions are compared. */
@ConfigMapping(prefix = "zenith.model-files.difference")
public interface DifferenceConfig {

    /**
     * How many pairs are compared at once in this instance. Each needs a core and the memory of
     * {@code zenith.model-files.workbook.diff.heap}; 0 leaves the work to other instances, and if there are none every
     * difference that is not stored is answered 503.
     */
    @WithDefault("1")
    @Min(0)
    @Max(16)
    int workers();

    /** How often a worker looks for pairs unasked: what another instance's client waits for. */
    @WithDefault("PT1S")
    Duration poll();

    /**
     * How long a request waits for a difference that is not stored yet; then it is answered 503 and asked to come again. It
     * must be shorter than the gateway's time for a first byte, which cuts the request off.
     */
    @WithDefault("PT20S")
    Duration patience();

    /** How many requests wait at once in this instance; one more is answered 503 at once. */
    @WithDefault("32")
    @Min(1)
    int mostWaiting();

    /** How many pairs may be due at once in all; beyond it a pair that nobody asked for yet is refused with 503. */
    @WithDefault("200")
    @Min(1)
    int mostDue();

    /**
     * How often a pair is begun before it is given up: an engine that dies with its instance, or storage that is away,
     * comes to no end by itself. With the pauses between them, the default bears an outage of about half an hour.
     */
    @WithDefault("10")
    @Min(1)
    int maxAttempts();

    /** The pause after an attempt that storage failed; each next one is twice as long, up to {@link #longestPause}. */
    @WithDefault("PT5S")
    Duration firstPause();

    @WithDefault("PT10M")
    Duration longestPause();

    /** When a pair that could not be compared may be tried again, if somebody asks: a newer engine may do better. */
    @WithDefault("PT6H")
    Duration retryAfter();

    /** How long a difference is kept that nobody asks for. It can be computed again as long as both versions are there. */
    @WithDefault("P90D")
    Duration keep();
}
