package com.zenithcapital.content.cache;

import com.zenithcapital.platform.metric.RouteLabel;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers visitors from memory, on the thread that read the request; what is not there but is read often, without the
 * way through identity and REST. Everything else goes that way.
 */
@Singleton
class CacheFilter {

    private static final Logger LOG = Logger.getLogger(CacheFilter.class);

    /** After the correlation id (10,000), before authentication (200), which a visitor has no need of. */
    private static final int BEFORE_AUTHENTICATION = 5_000;

    private static final String READS = "/api/v1/";

    private final FinishedCache cache;
    private final Answers answers;
    private final VisitorRead reads;

    CacheFilter(FinishedCache cache, Answers answers, VisitorRead reads) {
        this.cache = cache;
        this.answers = answers;
        this.reads = reads;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_AUTHENTICATION);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isVisitorsRead(request)) {
            context.next();
            return;
        }
        ChangeDate lists = cache.changes().listDate();
        @Nullable Finished kept = cache.isEnabled() ? cache.find(Visit.key(request)) : null;
        if (kept == null) {
            reads.of(request).ifPresentOrElse(read -> read(context, read), context::next);
        } else {
            send(context, kept, kept.validators(lists));
        }
    }

    private void read(RoutingContext context, Supplier<Optional<Reply>> read) {
        Visit visit = answers.begin(context.request());
        Context loop = context.vertx().getOrCreateContext();
        Thread.ofVirtual().name("visitor").start(() -> {
            Optional<Finished> finished = finished(visit, read);
            loop.runOnContext(ready -> finished.ifPresentOrElse(
                    found -> send(context, found, found.validators(visit.stamp().lists())), context::next));
        });
    }

    /** What fails here fails again on the usual way, where it is logged and told. */
    private Optional<Finished> finished(Visit visit, Supplier<Optional<Reply>> read) {
        try {
            return read.get().map(reply -> answers.finish(visit, reply));
        } catch (RuntimeException e) {
            LOG.debugf(e, "a visitor's read goes the usual way");
            return Optional.empty();
        }
    }

    /** The administration's reads are nobody's but the caller's, and are never kept. */
    private static boolean isVisitorsRead(HttpServerRequest request) {
        HttpMethod method = request.method();
        String path = request.path();
        return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
                && path != null
                && path.startsWith(READS)
                && !path.startsWith("admin/", READS.length())
                && Visit.isAnonymous(request.headers())
                && !request.headers().contains("If-Match");
    }

    private static void send(RoutingContext context, Finished finished, Validators validators) {
        RouteLabel.served(context, finished.route());
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
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
