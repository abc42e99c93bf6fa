package com.zenithcapital.analytics.upkeep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long what is kept. Roll-ups by quarter and by day are kept for ever. */
@ConfigMapping(prefix = "zenith.analytics.retention")
interface RetentionConfig {

    /**
     * Whether this instance sees to the tables. With none that does, events stray from tomorrow week on; each still measures how
     * many days are left.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * How often to look. What there is to do is done by one instance at a time, and most looks find nothing. Rarer than
     * daily uses up the days made ahead.
     */
    @WithDefault("PT10M")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 24)
    Duration every();

    /**
     * Days of raw events. Beyond them a day cannot be recounted or exported; fewer than 8 would drop what late events
     * need.
     */
    @WithDefault("90")
    @Min(8)
    @Max(3_650)
    int rawDays();

    /** Days of filtered events, each without anything that tells who. */
    @WithDefault("7")
    @Min(1)
    @Max(365)
    int filteredDays();

    /** Roll-ups by minute. Queries by minute reach back a day. */
    @WithDefault("PT48H")
    @DurationMin(hours = 25)
    @DurationMax(days = 30)
    Duration minutes();

    /**
     * Days in which an event's id is known again. Longer than Kafka keeps records and clients hold events back, or a
     * repeat counts again.
     */
    @WithDefault("8")
    @Min(8)
    @Max(90)
    int seenDays();

    /** The present visit of each visitor; a visitor's hash is another the next day. */
    @WithDefault("P1D")
    @DurationMin(hours = 1)
    @DurationMax(days = 7)
    Duration visits();

    /** Days of what signed-in clients read. It is personal data: no longer than its purpose. */
    @WithDefault("730")
    @Min(1)
    @Max(3_650)
    int readershipDays();
}
