package com.zenithcapital.gateway.answer;

import static io.vertx.core.http.HttpHeaders.CACHE_CONTROL;
import static io.vertx.core.http.HttpHeaders.CONNECTION;

import com.zenithcapital.platform.problem.ProblemAnswer;
import com.zenithcapital.platform.problem.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;

/** The gateway's own answers: problems, and how a connection is left whose request body nobody will read. */
@Singleton
public final class Refusals {

    /**
     * How long, and for how many bytes, a refused body is read and thrown away. A connection closed with unread bytes in it is
     * reset by the kernel, and the reset overtakes the answer: the client would see a broken pipe instead of its 413.
     */
    private static final long GRACE_MILLIS = 5_000;

    private static final long GRACE_BYTES = 64L * 1024 * 1024;

    private final Vertx vertx;

    Refusals(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Ends a request whose answer has not begun.
     *
     * @param headers what the problem's status asks for besides, such as {@code Retry-After}
     */
    public void send(RoutingContext context, ProblemException problem, Map<String, String> headers) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.putHeader(CACHE_CONTROL, "no-store");
        headers.forEach(response::putHeader);
        boolean unread = RequestBody.of(request) != RequestBody.NONE && !request.isEnded();
        if (unread) {
            announceClose(response);
        }
        ProblemAnswer.send(context, problem.problem(), problem.detail());
        if (unread) {
            letGo(request);
        }
    }

    /** Ends a request with a status, these headers and no body. */
    public void sendEmpty(RoutingContext context, int status, Map<String, String> headers) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        headers.forEach(response::putHeader);
        boolean unread = RequestBody.of(request) != RequestBody.NONE && !request.isEnded();
        if (unread) {
            announceClose(response);
        }
        response.setStatusCode(status).end();
        if (unread) {
            letGo(request);
        }
    }

    /** Tells the client, in a head that is not written yet, that its body is not wanted. */
    public static void announceClose(HttpServerResponse response) {
        response.putHeader(CONNECTION, "close");
    }

    /** Whether a request came on a connection that was left: nobody takes it, and nobody waits for its answer. */
    public static boolean isLeft(HttpServerRequest request) {
        return LastRequest.isBefore(request);
    }

    /** Leaves a connection whose answer is written and whose request body is not wanted. */
    public void letGo(HttpServerRequest request) {
        LastRequest.mark(request);
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        long timer = vertx.setTimer(GRACE_MILLIS, _ -> request.connection().close());
        long[] left = {GRACE_BYTES};
        request.exceptionHandler(_ -> vertx.cancelTimer(timer));
        request.endHandler(_ -> {
            vertx.cancelTimer(timer);
            request.connection().close();
        });
        request.handler(thrownAway -> {
            left[0] -= thrownAway.length();
            if (left[0] < 0) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
