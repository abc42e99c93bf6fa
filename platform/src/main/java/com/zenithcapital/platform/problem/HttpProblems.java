package com.zenithcapital.platform.problem;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;
import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers what never reaches a resource method: a token that proves nothing, a route that is none, a body whose length
 * says that it is too large.
 */
@Singleton
class HttpProblems {

    /** Before Quarkus's own handlers of failures. */
    private static final int FIRST = -1_000;

    /** Just before Quarkus's own check (order -2), which answers without a body. */
    private static final int BEFORE_LENGTH_CHECK = 3;

    private final long longestBody;

    HttpProblems(@ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> longestBody) {
        this.longestBody = longestBody.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    }

    void filters(@Observes Filters filters) {
        filters.register(this::checkLength, BEFORE_LENGTH_CHECK);
    }

    void routes(@Observes Router router) {
        router.route().order(FIRST).failureHandler(HttpProblems::failed);
        router.route().last().handler(request -> ProblemAnswer.send(request, NOT_FOUND, "There is nothing here."));
    }

    private static void failed(RoutingContext request) {
        @Nullable Throwable thrown = request.failure();
        if (thrown == null) {
            ProblemAnswer.send(request, Failures.of(request.statusCode()));
            return;
        }
        Failure failure = Failures.of(thrown, Parameters.NONE);
        FailureLog.write(failure, thrown, request);
        ProblemAnswer.send(request, failure);
    }

    private void checkLength(RoutingContext context) {
        HttpServerRequest request = context.request();
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= longestBody) {
            context.next();
            return;
        }
        // The body is not read: the connection cannot be used again.
        context.response()
                .putHeader("Connection", "close")
                .endHandler(sent -> request.connection().close());
        ProblemAnswer.send(context, PAYLOAD_TOO_LARGE, "The body may have %d bytes.".formatted(longestBody));
    }
}
