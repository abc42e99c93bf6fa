package com.zenithcapital.platform.correlation;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** Gives every request its id before anything else looks at it, and every answer too, whoever writes it. */
@Singleton
class CorrelationFilter {

    /** Before authentication (200), whose refusals carry the id as well. */
    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(CorrelationFilter::identify, FIRST);
    }

    private static void identify(RoutingContext request) {
        String id = CorrelationId.keepOrMake(request.request().getHeader(CorrelationId.HEADER));
        request.put(CorrelationId.HEADER, id);
        // What was received stands nowhere any more: a proxied request carries the id on as well.
        request.request().headers().set(CorrelationId.HEADER, id);
        MDC.put(CorrelationId.MDC_KEY, id);
        // At the end, and set: a proxied answer comes with the header of its own service.
        request.addHeadersEndHandler(ended -> request.response().headers().set(CorrelationId.HEADER, id));
        request.next();
    }
}
