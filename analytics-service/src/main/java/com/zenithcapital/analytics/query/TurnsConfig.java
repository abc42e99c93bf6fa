package com.zenithcapital.analytics.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How many questions are answered at once. */
@ConfigMapping(prefix = "zenith.analytics.questions")
public interface TurnsConfig {

    /**
     * How many are with the database at once in this instance. About two for each of its processors; more make every answer
     * slower and none faster, and must leave connections of the pool to the others.
     */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int atOnce();

    /** How long one waits for its turn before it is answered 503. Longer than callers wait, and nobody is left to be answered. */
    @WithDefault("PT10S")
    @DurationMin(seconds = 1)
    @DurationMax(seconds = 25)
    Duration patience();
}
