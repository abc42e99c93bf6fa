package com.zenithcapital.platform.problem;

import com.zenithcapital.platform.correlation.CorrelationId;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers a request with a problem, outside REST resources. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    /** Ends the request. Headers that the answer shall have besides, such as {@code Retry-After}, are set before. */
    public static void send(RoutingContext request, Problem problem, String detail) {
        send(request, Failure.of(problem, detail));
    }

    static void send(RoutingContext request, Failure failure) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            cut(request);
            return;
        }
        failure.headers().forEach((name, value) -> {
            // The caller may know better when to come back. A challenge is ours: Quarkus's own does not say why.
            if (!name.equals(HttpHeaders.RETRY_AFTER) || !response.headers().contains(name)) {
                response.putHeader(name, value);
            }
        });
        response.setStatusCode(failure.problem().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
                .end(Buffer.buffer(failure.body(instance(request), correlationId(request))));
    }

    /**
     * Breaks off an answer of which half is out already: it must not look like a whole one. A reset alone closes an HTTP/1
     * connection only if something is still being written on it.
     */
    static void cut(RoutingContext request) {
        request.response().reset();
        if (request.request().version() != HttpVersion.HTTP_2) {
            request.request().connection().close();
        }
    }

    /** The path as it came; an address that has none, as CONNECT's, gives none. */
    static String instance(RoutingContext request) {
        return Objects.requireNonNullElse(request.request().path(), "");
    }

    static @Nullable String correlationId(RoutingContext request) {
        return CorrelationId.of(request).orElse(null);
    }
}
