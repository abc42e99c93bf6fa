package com.zenithcapital.modelfile.processing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How callers follow jobs. A stream holds a connection and a little memory for as long as it is open, and no thread. */
@ConfigMapping(prefix = "zenith.model-files.job-events")
public interface JobEventsConfig {

    /**
     * How often a stream says that it is alive. It must be shorter than the shortest idle time-out on the way, the gateway's
     * {@code zenith.gateway.traffic.events.service-idle} among them, or quiet streams are cut.
     */
    @WithDefault("PT15S")
    Duration heartBeat();

    /** How long a client waits before it comes back; told in each stream. Too short a time, and a restart is a stampede. */
    @WithDefault("PT2S")
    Duration retry();

    /**
     * How long one stream goes on at most; its client comes back with a new one, and with a token that is still good. A longer
     * time lets somebody listen on who was signed out.
     */
    @WithDefault("PT10M")
    Duration longest();

    /** How many streams one user may have open in this instance; one more is answered 429. */
    @WithDefault("16")
    @Min(1)
    int mostPerUser();

    /**
     * How many streams are open in this instance; one more is answered 503. Each holds one of the gateway's connections to
     * this service, so the number must be well below {@code zenith.gateway.pool.connections}.
     */
    @WithDefault("128")
    @Min(1)
    int mostOpen();

    /**
     * How often every followed job is looked at unasked, in one query. PostgreSQL tells of each change at once; this is how
     * late a change comes if that is ever lost.
     */
    @WithDefault("PT10S")
    Duration poll();
}
