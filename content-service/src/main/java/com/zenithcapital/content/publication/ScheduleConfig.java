package com.zenithcapital.content.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How this instance does what is due. */
@ConfigMapping(prefix = "zenith.content.schedule")
interface ScheduleConfig {

    /** Whether this instance does any of it. With none that does, publications wait, and are late when one comes. */
    @WithDefault("true")
    boolean enabled();

    /** How often to look: how late a publication is at most when there is little to do. */
    @WithDefault("PT0.2S")
    @DurationMin(millis = 20)
    @DurationMax(seconds = 10)
    Duration poll();

    /** How many are done at the same time. Each takes a connection while it lasts. */
    @WithDefault("2")
    @Min(1)
    @Max(8)
    int workers();
}
