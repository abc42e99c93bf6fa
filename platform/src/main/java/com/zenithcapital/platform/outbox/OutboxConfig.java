package com.zenithcapital.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How events get from the table to Kafka. Every setting is documented here, and nowhere else. */
@ConfigMapping(prefix = "zenith.outbox")
public interface OutboxConfig {

    /**
     * Whether this process takes part in relaying. Events are kept all the same; with no process relaying they wait,
     * and {@code zenith.outbox.oldest.age} grows. Off while an AOT cache is recorded.
     */
    @WithDefault("true")
    boolean relay();

    /** {@code ce_source}. Consumers may filter by it: a change looks to them like a new service. */
    @WithDefault("/zenith/${quarkus.application.name}")
    @Pattern(regexp = "/[A-Za-z0-9/_-]+")
    String source();

    /**
     * How many events are held in memory at once, sent or waiting behind one of their key. Larger ones take more
     * memory and send more again after a crash; smaller ones make more round trips to the database.
     */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int batch();

    /**
     * How often to look without having been notified, and how often a relay that is not the active one tries to become
     * it: what a missed notification or a takeover costs at most.
     */
    @WithDefault("PT1S")
    @DurationMin(millis = 50)
    @DurationMax(minutes = 1)
    Duration poll();

    /**
     * How long Kafka's client tries to deliver one event before it counts as an attempt that failed. Too short, and a
     * leader's election becomes a failure; too long, and a stop takes as long while the broker is away.
     */
    @WithDefault("PT10S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 2)
    Duration sendTimeout();

    /** How long the events of a key rest after a failure; doubled with each further one, up to {@link #longestRest}. */
    @WithDefault("PT0.25S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration firstRest();

    /** The longest rest: how late events may be after the broker came back. */
    @WithDefault("PT5S")
    @DurationMin(millis = 10)
    @DurationMax(hours = 1)
    Duration longestRest();

    /** How long published events are kept, for people who ask what was told. The table holds that much. */
    @WithDefault("P1D")
    @DurationMin(minutes = 1)
    @DurationMax(days = 90)
    Duration retention();

    /**
     * How long a consumer remembers an event. It must be longer than Kafka keeps records and dead letters are replayed:
     * an event that comes again after that takes effect again.
     */
    @WithDefault("P30D")
    @DurationMin(days = 1)
    @DurationMax(days = 365)
    Duration inboxRetention();

    /** How often what is past its retention is removed. */
    @WithDefault("PT1M")
    @DurationMin(millis = 100)
    @DurationMax(hours = 1)
    Duration cleanUp();
}
