package com.zenithcapital.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/**
 * What the gateway takes, for each kind of traffic. The values stand in {@code application.properties}; one that is
 * missing, or makes no sense, keeps the gateway from starting.
 */
@ConfigMapping(prefix = "zenith.gateway.traffic")
public interface TrafficConfig {

    /** Everything that is JSON. */
    Kind ordinary();

    /** Workbooks on their way in. */
    Kind upload();

    /** Workbooks on their way out. */
    Kind download();

    /**
     * Streams of events, which have pauses by their nature: {@code service-idle} must be longer than the heart-beat of the
     * service that sends them, or every quiet stream is cut.
     */
    Kind events();

    /** The limits of one kind. */
    interface Kind {

        /**
         * The largest request body. A larger one is refused with 413 before it is read where Content-Length tells, and cut
         * off at this byte where it does not. For uploads: the largest workbook plus room for its multipart form; with less,
         * a workbook that the service would take is refused here.
         */
        MemorySize bodyLimit();

        /** Longer than this to connect, or to get one of the pooled connections, is 504. Too short fails in a burst. */
        Duration connect();

        /**
         * From the request's last byte to the answer's head; longer is 504, though the service may still finish the work. Must
         * be longer than the slowest honest answer.
         */
        Duration firstByte();

        /**
         * How long the service may neither take nor send a byte when it is its turn: 504, or a cut connection when the answer has
         * begun.
         */
        Duration serviceIdle();

        /**
         * How long the client may neither send nor take a byte when it is its turn: 408, or a cut connection. Too long, and slow
         * clients hold connections to the services; too short, and mobile clients lose uploads.
         */
        Duration clientIdle();
    }
}
