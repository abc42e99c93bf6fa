package com.zenithcapital.gateway.route;

import io.vertx.core.http.HttpMethod;

/**
 * One thing that can be asked of the gateway. {@code GET} stands for {@code HEAD} too.
 *
 * @param method the method
 * @param template the paths
 * @param destination who answers
 * @param access whether an identity is needed to pass
 * @param traffic what it carries
 */
public record Route(HttpMethod method, PathTemplate template, Destination destination, Access access, Traffic traffic) {

    /** The route's name in logs and metrics: its path template. */
    public String name() {
        return template.text();
    }

    boolean takes(HttpMethod asked) {
        return method.equals(asked) || (method.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD));
    }
}
