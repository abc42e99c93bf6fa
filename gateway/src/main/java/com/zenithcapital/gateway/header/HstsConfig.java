package com.zenithcapital.gateway.header;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether browsers are told to come by TLS only (HTTP Strict Transport Security, RFC 6797). */
@ConfigMapping(prefix = "zenith.gateway.hsts")
public interface HstsConfig {

    /**
     * For how long after an answer a browser comes by TLS only; nothing is said at 0, and never on a connection without TLS. It
     * cannot be taken back: whoever switches TLS off within that time shuts those browsers out.
     */
    @WithDefault("365d")
    Duration maxAge();

    /** Whether that holds for every host below this one. Too much where one of them has no TLS. */
    @WithDefault("false")
    boolean subDomains();
}
