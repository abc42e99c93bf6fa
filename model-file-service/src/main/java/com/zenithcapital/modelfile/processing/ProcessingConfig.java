package com.zenithcapital.modelfile.processing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How received versions come to their verdict. */
@ConfigMapping(prefix = "zenith.model-files.processing")
public interface ProcessingConfig {

    /**
     * How many workbooks are looked at at once in this instance. Each needs a core and the memory of one engine process;
     * 0 leaves the work to other instances, and if there are none nothing is ever judged.
     */
    @WithDefault("2")
    @Min(0)
    @Max(64)
    int workers();

    /** How often a worker looks for jobs unasked. Kafka wakes it at once; without Kafka this is the longest wait. */
    @WithDefault("PT5S")
    Duration poll();

    /**
     * How long a worker's claim on a job holds without being renewed, which it is thrice in that time. A killed
     * instance's jobs wait as long; too short a time has a slow database give one job to two workers.
     */
    @WithDefault("PT20S")
    Duration lease();

    /** How often a workbook may take the engine down before it is rejected as unprocessable. */
    @WithDefault("3")
    @Min(1)
    int maxCrashes();

    /**
     * How often storage, the database or an instance's death may set a job back before it fails. With the pauses between
     * them, the default bears an outage of about half an hour.
     */
    @WithDefault("20")
    @Min(1)
    int maxSetbacks();

    /** The pause after the first setback, and after the first crash; each next one is twice as long, up to {@link #longestPause}. */
    @WithDefault("PT1S")
    Duration firstPause();

    @WithDefault("PT2M")
    Duration longestPause();
}
