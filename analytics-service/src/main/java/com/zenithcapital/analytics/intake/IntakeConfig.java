package com.zenithcapital.analytics.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Who may send events, and how they get to Kafka. */
@ConfigMapping(prefix = "zenith.analytics")
public interface IntakeConfig {

    /**
     * The origins (scheme, host, port) of the sites whose pages may send events, such as
     * {@code https://www.zenith.example}. A site that is missing is answered 403 and is not counted; without any, only servers can
     * send.
     */
    Optional<List<String>> sites();

    /** How records get to Kafka. */
    Intake intake();

    /** How records get to Kafka. */
    interface Intake {

        /**
         * How long a record waits for others to go with it. Each request waits as much longer; at 0 every record is a
         * request to the broker, and a fast machine is busy with those.
         */
        @WithDefault("PT0.004S")
        @DurationMin(millis = 0)
        @DurationMax(seconds = 1)
        Duration linger();

        /** The most that goes to one partition at once. Smaller than a busy moment's events: more round trips. */
        @WithDefault("128K")
        MemorySize batch();

        /** What batches are compressed with: none, lz4, snappy, zstd or gzip. */
        @WithDefault("none")
        @Pattern(regexp = "none|lz4|snappy|zstd|gzip")
        String compression();

        /**
         * What may wait for Kafka in memory. One more is answered 503 at once. Too large for the heap, and the process dies
         * of an outage instead.
         */
        @WithDefault("16M")
        MemorySize memory();

        /**
         * How long Kafka may take for a record before its request is answered 503. Longer than a leader's election takes, or
         * one is an outage; the caller waits as long.
         */
        @WithDefault("PT4S")
        @DurationMin(seconds = 1)
        @DurationMax(seconds = 30)
        Duration patience();
    }
}
