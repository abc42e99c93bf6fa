package com.zenithcapital.analytics.intake;

import com.zenithcapital.platform.problem.ProblemAnswer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of the sites read the answers, refusals included. It keeps nobody out: that a page is of a site is checked
 * where the events are taken.
 */
@Singleton
class CorsFilter {

    /** After the correlation id (10,000), before authentication (200), whose refusals are to be read as well. */
    private static final int BEFORE_AUTHENTICATION = 5_000;

    /** A day; browsers take less by themselves. */
    private static final String MAX_AGE_SECONDS = "86400";

    private final Sites sites;

    CorsFilter(Sites sites) {
        this.sites = sites;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_AUTHENTICATION);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!IntakeResource.EVENTS.equals(request.path())) {
            context.next();
            return;
        }
        MultiMap headers = context.response().headers();
        headers.add("Vary", "Origin");
        @Nullable String origin = sites.readerOf(request.headers());
        if (origin != null) {
            headers.set("Access-Control-Allow-Origin", origin);
        }
        if (!request.method().equals(HttpMethod.OPTIONS)) {
            context.next();
        } else if (origin == null) {
            ProblemAnswer.send(
                    context, IntakeProblem.ORIGIN_NOT_ALLOWED, "This origin is none of zenith.analytics.sites.");
        } else {
            headers.set("Access-Control-Allow-Methods", "POST")
                    .set("Access-Control-Allow-Headers", "content-type")
                    .set("Access-Control-Max-Age", MAX_AGE_SECONDS);
            context.response().setStatusCode(204).end();
        }
    }
}
