package com.zenithcapital.analytics.counting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How this instance counts. */
@ConfigMapping(prefix = "zenith.analytics.counting")
interface CountingConfig {

    /** Whether it counts at all. With none that does, events wait in Kafka, for as long as Kafka keeps them. */
    @WithDefault("true")
    boolean enabled();

    /**
     * How many threads count, of this instance. The topic has six partitions for all threads of all instances; more have
     * nothing to do. Each holds a batch in memory.
     */
    @WithDefault("2")
    @Min(1)
    @Max(16)
    int threads();

    /**
     * Events in one transaction, and up to five thousand more: what one poll brings is not cut in two. More make each
     * cheaper, since cells are written once a batch, and take more memory, some 3 KB each: too many for the heap, and
     * the process dies of a busy day, again and again. Fewer make a replay after a crash shorter.
     */
    @WithDefault("12000")
    @Min(1)
    @Max(200_000)
    int batch();

    /**
     * How long a batch of few events is gathered, from its first one on: what an event waits to be counted on a quiet
     * site. Above four seconds, events are not counted within five.
     */
    @WithDefault("PT0.25S")
    @DurationMin(millis = 1)
    @DurationMax(seconds = 10)
    Duration linger();

    /**
     * The same for a batch of a thousand events and more. Cells are written once a batch, so a busy site's events cost
     * less the more of them there are in one; how late they are counted is this and what the batch takes.
     */
    @WithDefault("PT1S")
    @DurationMin(millis = 1)
    @DurationMax(seconds = 10)
    Duration busyLinger();

    /**
     * How long one statement of a batch may take, waiting for a recount included. Too short, and a large batch on a
     * slow disk never gets through.
     */
    @WithDefault("PT30S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 4)
    Duration statementTimeout();

    /**
     * How long after its last sign of life an instance's partitions are given to another: how long counting stands
     * still after a kill. Below what a pause of the virtual machine or of the network takes, partitions wander for
     * nothing.
     */
    @WithDefault("PT6S")
    @DurationMin(seconds = 6)
    @DurationMax(minutes = 5)
    Duration sessionTimeout();

    /** How long to rest before trying again when the database or Kafka is away. */
    @WithDefault("PT0.5S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration rest();
}
