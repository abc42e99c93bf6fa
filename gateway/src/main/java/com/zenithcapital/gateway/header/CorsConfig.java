package com.zenithcapital.gateway.header;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which other sites' pages may read answers (CORS, the Fetch standard). The intake of events is not among what this is about:
 * analytics-service answers for it, by the list of the sites that it takes events of.
 */
@ConfigMapping(prefix = "zenith.gateway.cors")
public interface CorsConfig {

    /**
     * The sites, each as browsers write it: {@code https://www.example.com}, scheme and host in lower case, the port where it
     * is not the scheme's own, no slash at the end. None by default: only pages of this gateway's own origin read it. {@code *}
     * stands for all, and only alone and without credentials. One too many, and its pages see what is public here by their
     * visitors' addresses, and with credentials by their sessions.
     */
    Optional<List<String>> origins();

    /** The methods those pages may use. One that is missing fails in the browser, never here. */
    List<String> methods();

    /** The request headers those pages may send. One that is missing fails in the browser, never here. */
    List<String> headers();

    /** The answer's headers those pages may read besides the few that the standard lets them. */
    List<String> exposedHeaders();

    /** How long a browser need not ask again; what is taken out of these lists is used for as long. Browsers cut it to two hours. */
    Duration maxAge();

    /** Whether those pages may send the session's cookie, and act as whoever is signed in. Each such site is as trusted as this one. */
    @WithDefault("false")
    boolean credentials();
}
