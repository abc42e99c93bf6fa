package com.zenithcapital.platform.metric;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The route under which a request is counted. */
public final class RouteLabel {

    private RouteLabel() {}

    /**
     * Counts a request that was refused before it met a route under one name. Its own path would make a series of each
     * path that somebody thinks up.
     */
    public static void unrouted(RoutingContext request) {
        @Nullable HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(request);
        if (metric != null) {
            metric.setTemplatePath("/UNROUTED");
        }
    }

    /**
     * Counts a request that was answered before it met its route under that route.
     *
     * @param route with names for its variable parts: {@code /api/v1/insights/{slug}}
     */
    public static void served(RoutingContext request, String route) {
        @Nullable HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(request);
        if (metric != null) {
            metric.setTemplatePath(route);
        }
    }
}
