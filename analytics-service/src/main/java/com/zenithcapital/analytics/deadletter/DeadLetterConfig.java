package com.zenithcapital.analytics.deadletter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Which dead letters administrators see here. */
@ConfigMapping(prefix = "zenith.dead-letters")
interface DeadLetterConfig {

    /** The topics whose {@code .dlq} is looked into. What is not among them can be neither seen nor sent again. */
    @WithDefault(
            "zenith.content.insights,zenith.model-files.versions,zenith.model-files.downloads,zenith.analytics.events")
    @NotEmpty
    List<String> topics();

    /** How long Kafka may take to answer one call. Past it the caller is told that it is unavailable. */
    @WithDefault("PT5S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration patience();
}
