package com.zenithcapital.analytics.intake;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;
import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;

import com.zenithcapital.platform.metric.RouteLabel;
import com.zenithcapital.platform.problem.ProblemAnswer;
import com.zenithcapital.platform.problem.UnreadBody;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request of events, and never more of it than may be, before REST sees the request: there a body that
 * does not say its length is read by a thread that waits, and this one's does not wait.
 */
@Singleton
class EventBody {

    /** sendBeacon takes no more either. */
    static final int LONGEST = 64 * 1024;

    /** After {@link CorsFilter}, so that a page may read that its body is too long; before the check for all requests. */
    private static final int AFTER_CORS = 4_990;

    private static final String KEY = EventBody.class.getName();

    void register(@Observes Filters filters) {
        filters.register(EventBody::read, AFTER_CORS);
    }

    /** What was read; {@code not-found} where the path was written in another way than ours. */
    static byte[] of(RoutingContext context) {
        byte @Nullable [] body = context.get(KEY);
        if (body == null) {
            throw NOT_FOUND.because("There is nothing here.");
        }
        return body;
    }

    private static void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.POST) || !IntakeResource.EVENTS.equals(request.path())) {
            context.next();
            return;
        }
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > LONGEST) {
            refuse(context);
            return;
        }
        Buffer body = Buffer.buffer(length == null ? 1_024 : Integer.parseInt(length));
        request.handler(chunk -> {
            if (context.response().ended()) {
                return;
            }
            if (body.length() + chunk.length() > LONGEST) {
                refuse(context);
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(ended -> {
            if (!context.response().ended()) {
                // Nobody after this need read it, nor wonder how long it is.
                request.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
                context.put(KEY, body.getBytes());
                context.next();
            }
        });
    }

    private static void refuse(RoutingContext context) {
        UnreadBody.forget(context.request());
        RouteLabel.served(context, IntakeResource.EVENTS);
        ProblemAnswer.send(context, PAYLOAD_TOO_LARGE, "The body may have %d bytes.".formatted(LONGEST));
    }
}
