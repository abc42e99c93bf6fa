package com.zenithcapital.platform.problem;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.metric.RouteLabel;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Answers what never reaches a resource method: a token that proves nothing, a route that is none, a body whose length
 * says that it is too large.
 */
@Singleton
class HttpProblems {

    /** Before Quarkus's own handlers of failures. */
    private static final int FIRST = -1_000;

    /** Just before and just after Quarkus's own check (order -2), which answers without a body. */
    private static final int BEFORE_LENGTH_CHECK = 3;

    private static final int AFTER_LENGTH_CHECK = 1;

    private final LongestBody longestBody;

    HttpProblems(LongestBody longestBody) {
        this.longestBody = longestBody;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::checkLength, BEFORE_LENGTH_CHECK);
        filters.register(HttpProblems::leaveCountingToUs, AFTER_LENGTH_CHECK);
    }

    void routes(@Observes Router router) {
        router.route().order(FIRST).failureHandler(HttpProblems::failed);
        // A request that HTTP itself does not allow meets no route at all.
        router.errorHandler(400, HttpProblems::failed);
        router.route().last().handler(request -> ProblemAnswer.send(request, NOT_FOUND, "There is nothing here."));
    }

    private static void failed(RoutingContext request) {
        CorrelationId.assign(request);
        @Nullable Throwable thrown = request.failure();
        if (thrown instanceof AuthenticationRedirectException) {
            // The way to the provider's sign-in: Quarkus has written the answer and ends it.
            request.next();
            return;
        }
        Failure failure = thrown == null || isRefusal(request.statusCode())
                ? Failures.of(request.statusCode())
                : Failures.of(thrown, Parameters.NONE);
        if (isRefusal(failure.problem().status())) {
            RouteLabel.unrouted(request);
        }
        if (thrown != null) {
            FailureLog.write(failure, thrown, request);
        }
        ProblemAnswer.send(request, failure);
    }

    /** What the server itself finds wrong with a request comes with its status; an exception alone counts as 500. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500;
    }

    /** Quarkus would cut a chunked body off with a bare 413: {@link LongestBody} counts it. */
    private static void leaveCountingToUs(RoutingContext request) {
        request.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        request.next();
    }

    private void checkLength(RoutingContext context) {
        HttpServerRequest request = context.request();
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= longestBody.bytes()) {
            context.next();
            return;
        }
        RouteLabel.unrouted(context);
        UnreadBody.forget(request);
        ProblemAnswer.send(context, Failure.of(longestBody.passed()));
    }
}
