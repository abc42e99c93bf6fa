package com.zenithcapital.content.cache;

import com.zenithcapital.platform.metric.RouteLabel;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Answers visitors from memory, on the thread that read the request. What is not there goes its way. */
@Singleton
class CacheFilter {

    /** After the correlation id (10,000), before authentication (200), which a visitor has no need of. */
    private static final int BEFORE_AUTHENTICATION = 5_000;

    private static final String READS = "/api/v1/";

    private final FinishedCache cache;

    CacheFilter(FinishedCache cache) {
        this.cache = cache;
    }

    void register(@Observes Filters filters) {
        if (cache.isEnabled()) {
            filters.register(this::answer, BEFORE_AUTHENTICATION);
        }
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        ChangeDate lists = cache.changes().listDate();
        @Nullable Finished finished = mayBeKept(request) ? cache.find(Visit.key(request)) : null;
        if (finished == null) {
            context.next();
            return;
        }
        RouteLabel.served(context, finished.route());
        send(request, finished, finished.validators(lists));
    }

    /** The administration's reads are nobody's but the caller's, and are never kept. */
    private static boolean mayBeKept(HttpServerRequest request) {
        HttpMethod method = request.method();
        String path = request.path();
        return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
                && path != null
                && path.startsWith(READS)
                && !path.startsWith("admin/", READS.length())
                && Visit.isAnonymous(request.headers())
                && !request.headers().contains("If-Match");
    }

    private static void send(HttpServerRequest request, Finished finished, Validators validators) {
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        headers.add("ETag", validators.tag())
                .add("Cache-Control", Answers.PUBLIC)
                .add("Vary", Answers.VARY)
                .add("X-Robots-Tag", Answers.ROBOTS);
        if (validators.date().told() != null) {
            headers.add("Last-Modified", validators.date().told());
        }
        if (validators.hold(request.headers()) == Validators.Outcome.UNCHANGED) {
            response.setStatusCode(304).end();
            return;
        }
        headers.add("Content-Type", finished.contentType());
        if (finished.compressed()) {
            headers.add("Content-Encoding", "gzip");
        }
        if (HttpMethod.HEAD.equals(request.method())) {
            headers.add("Content-Length", Integer.toString(finished.body().length()));
            response.end();
        } else {
            response.end(finished.body());
        }
    }
}
