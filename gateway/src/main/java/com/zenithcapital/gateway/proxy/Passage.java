package com.zenithcapital.gateway.proxy;

import com.zenithcapital.gateway.record.RequestRecord;
import com.zenithcapital.gateway.route.Limits;
import com.zenithcapital.gateway.route.Route;
import com.zenithcapital.gateway.route.Service;
import com.zenithcapital.gateway.target.RequestTarget;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.LongConsumer;

/**
 * A request that has passed every check.
 *
 * @param context the request and its answer
 * @param method the method that is meant
 * @param target what is asked for
 * @param route the route it is on
 * @param service the service that answers there
 * @param limits what the route allows
 * @param record what is noted of it
 * @param bytes hears of its body as it passes
 */
public record Passage(
        RoutingContext context,
        HttpMethod method,
        RequestTarget target,
        Route route,
        Service service,
        Limits limits,
        RequestRecord record,
        LongConsumer bytes) {

    HttpServerRequest request() {
        return context.request();
    }
}
