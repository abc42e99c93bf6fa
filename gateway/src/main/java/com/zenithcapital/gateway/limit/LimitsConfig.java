package com.zenithcapital.gateway.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How much one caller may have. The values stand in {@code application.properties}; one that is missing, or makes no sense,
 * keeps the gateway from starting.
 */
@ConfigMapping(prefix = "zenith.gateway.limits")
public interface LimitsConfig {

    /**
     * A properties file whose values are laid over the budgets below, under the same names, and read again while the gateway
     * runs. One that is not there, or not right, keeps the gateway from starting; later it changes nothing and is logged.
     */
    Optional<Path> file();

    /** How often the file is looked at. Each time it is read whole: too often costs, too seldom makes a change wait. */
    Duration fileCheck();

    /**
     * The most callers whose budgets are kept, signed-in users and addresses each; about 1 KB apiece. With fewer than are
     * active at once, those who ask least are forgotten and begin anew with full budgets.
     */
    int callers();

    /** Requests to sign in and out. Too small, and an office behind one address cannot come in in the morning. */
    Requests signIn();

    /** Requests with an upload or a part of one. A resumable upload has one for each of its parts. */
    Requests uploadRequests();

    /**
     * The bytes of uploads. Announced ones are taken before they come, chunked ones as they pass; the upload that overdraws
     * the budget is let through, and the next is refused until it has refilled.
     */
    Bytes uploadBytes();

    /** Requests with events. A page sends a few; those of everybody behind one address are one caller's. */
    Requests events();

    /** Requests for what is published. */
    Requests reads();

    /** Requests of people at work, uploads excepted. */
    Requests admin();

    /** A budget of requests. */
    interface Requests extends Refill {

        /** How many may come at once. Too small, and a page with many parts is refused in the middle. */
        long capacity();
    }

    /** A budget of bytes. */
    interface Bytes extends Refill {

        /** How many may come at once. Below the largest body every such upload overdraws it. */
        MemorySize capacity();
    }

    /** How a budget comes back. */
    interface Refill {

        /** In how long an empty one is full again, evenly: whole seconds, at most an hour. */
        Duration period();

        /** Whether what goes beyond is refused. If not, it is counted as {@code would-refuse}, and nothing is told. */
        boolean enforced();
    }
}
