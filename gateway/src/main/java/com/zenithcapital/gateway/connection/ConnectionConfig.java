package com.zenithcapital.gateway.connection;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What a connection may cost before there is a request on it. How many there may be is {@code quarkus.http.limits.max-connections}. */
@ConfigMapping(prefix = "zenith.gateway.connections")
public interface ConnectionConfig {

    /**
     * How long a request's head may take from its first byte to its last, and the TLS handshake with the first one. Then the
     * connection is closed. Too long, and a slow client holds a connection for a byte now and then; too short, and honest
     * clients on bad lines are cut off. A connection on which nothing moves at all is {@code quarkus.http.idle-timeout}'s.
     */
    Duration head();
}
