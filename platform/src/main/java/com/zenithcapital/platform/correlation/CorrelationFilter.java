package com.zenithcapital.platform.correlation;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Gives every request its id before anything else looks at it, authentication included. */
@Singleton
class CorrelationFilter {

    /** Before authentication (200), whose refusals carry the id as well. */
    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    CorrelationId.assign(request);
                    request.next();
                },
                FIRST);
    }
}
