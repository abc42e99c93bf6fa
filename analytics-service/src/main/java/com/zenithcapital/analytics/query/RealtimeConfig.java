package com.zenithcapital.analytics.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How administrators follow the last half hour. A stream holds a connection and no thread; all share one look each time. */
@ConfigMapping(prefix = "zenith.analytics.realtime")
public interface RealtimeConfig {

    /**
     * How often followers are told anew. It must be shorter than the shortest idle time-out on the way, or streams are cut
     * while the database is away; each look costs a few milliseconds.
     */
    @WithDefault("PT5S")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 30)
    Duration every();

    /** How long a client waits before it comes back; told in each stream. Too short a time, and a restart is a stampede. */
    @WithDefault("PT5S")
    Duration retry();

    /**
     * How long one stream goes on at most; its client comes back with a new one, and with a token that is still good. A longer
     * time lets somebody look on who was signed out.
     */
    @WithDefault("PT10M")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration longest();

    /**
     * How many streams are open in this instance; one more is answered 503. Each holds one of the gateway's connections to
     * this service, so the number must be well below {@code zenith.gateway.pool.connections}.
     */
    @WithDefault("32")
    @Min(1)
    int mostOpen();
}
