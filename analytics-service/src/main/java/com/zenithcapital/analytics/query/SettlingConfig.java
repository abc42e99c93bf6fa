package com.zenithcapital.analytics.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How past days are added up for queries. */
@ConfigMapping(prefix = "zenith.analytics.settling")
public interface SettlingConfig {

    /**
     * Whether this instance does it. Without any that does, answers stay right and become slow: a breakdown of a quarter of a
     * year reads every day of it.
     */
    @WithDefault("true")
    boolean enabled();

    /** How often it looks for days that are over or have changed; a longer time leaves new days unsettled for longer. */
    @WithDefault("PT5M")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration pause();
}
