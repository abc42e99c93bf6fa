package com.zenithcapital.gateway.proxy;

import com.zenithcapital.gateway.route.Service;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the services are, and how many connections to them the gateway keeps. */
@ConfigMapping(prefix = "zenith.gateway")
public interface ServiceConfig {

    /** Scheme, host and port of content-service; paths are forwarded unchanged, so it has none. */
    URI contentUrl();

    /** Scheme, host and port of model-file-service. */
    URI modelFileUrl();

    /** Scheme, host and port of analytics-service. */
    URI analyticsUrl();

    /**
     * The networks of the proxies before this gateway, such as {@code 10.0.0.0/8}; none by default. Only what comes from
     * there may say in {@code X-Forwarded-For} whom it comes from. A network too many, and callers can choose who they
     * are; one too few, and all callers are one.
     */
    Optional<List<String>> trustedProxies();

    /** How connections are pooled. */
    Pool pool();

    /** Connections to one service, in two pools of this size: one for ordinary requests, one for uploads, downloads and events. */
    interface Pool {

        /** The most that are open to one service. Each upload holds one for as long as its client takes to send. */
        @WithDefault("256")
        int connections();

        /** The most requests that wait for one; the next is 503 at once, so that waiting does not pile up. */
        @WithDefault("512")
        int waiting();

        /**
         * How long an idle one is kept. Must be shorter than the services' own idle time-out, or requests meet connections that are
         * just being closed.
         */
        @WithDefault("30s")
        Duration keepAlive();
    }

    /** Where a service is. */
    default URI url(Service service) {
        return switch (service) {
            case CONTENT -> contentUrl();
            case MODEL_FILE -> modelFileUrl();
            case ANALYTICS -> analyticsUrl();
        };
    }
}
