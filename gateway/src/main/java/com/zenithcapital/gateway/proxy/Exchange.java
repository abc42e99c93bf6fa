package com.zenithcapital.gateway.proxy;

import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;
import static com.zenithcapital.platform.problem.CommonProblem.REQUEST_TIMEOUT;
import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;
import static com.zenithcapital.platform.problem.CommonProblem.UPSTREAM_TIMEOUT;
import static io.vertx.core.http.HttpHeaders.CONTENT_LENGTH;
import static io.vertx.core.http.HttpHeaders.EXPECT;

import com.zenithcapital.gateway.answer.Refusals;
import com.zenithcapital.gateway.answer.RequestBody;
import com.zenithcapital.gateway.record.Ending;
import com.zenithcapital.gateway.record.RequestRecord;
import com.zenithcapital.gateway.route.Limits;
import com.zenithcapital.platform.problem.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service and its answer on the way back. Everything happens on the request's event loop, so
 * nothing is locked; every wait has a clock; whatever ends it ends both sides.
 */
final class Exchange {

    /**
     * How long the service may think about {@code Expect: 100-continue} before the body is sent all the same; a server that does
     * not know the expectation never answers it (RFC 9110, section 10.1.1).
     */
    private static final Duration CONTINUE_WAIT = Duration.ofSeconds(1);

    private static final Map<String, String> RETRY_SOON = Map.of("Retry-After", "2");

    private final Refusals refusals;
    private final Passage passage;
    private final Limits limits;
    private final RequestRecord record;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final boolean hasBody;
    private final Context eventLoop;
    private final Clock clock;

    private @Nullable HttpClientRequest serviceRequest;
    private @Nullable Flow bodyIn;
    private boolean answering;
    private boolean over;

    Exchange(Vertx vertx, Refusals refusals, Passage passage) {
        this.refusals = refusals;
        this.passage = passage;
        this.limits = passage.limits();
        this.record = passage.record();
        this.request = passage.request();
        this.response = request.response();
        this.hasBody = RequestBody.of(request) != RequestBody.NONE;
        this.eventLoop = vertx.getOrCreateContext();
        this.clock = new Clock(vertx);
    }

    void start(Future<HttpClientRequest> connecting) {
        record.handedTo(passage.service().label());
        request.exceptionHandler(_ -> clientGone());
        passage.context().addEndHandler(_ -> clientGone());
        connecting.onComplete(this::connected, this::unreachable);
    }

    // ---- the way there

    private void connected(HttpClientRequest upstream) {
        upstream.exceptionHandler(this::serviceFailed);
        if (over) {
            upstream.reset();
            return;
        }
        serviceRequest = upstream;
        ForwardedHeaders.toService(request.headers(), upstream.headers());
        upstream.response().onComplete(this::answered, this::serviceFailed);
        if (!hasBody) {
            request.resume();
            requestSent(upstream);
            return;
        }
        announceBody(upstream);
        if (expectsContinue()) {
            // The service decides whether it wants the body: its 403 or 404 then costs the client nothing.
            upstream.putHeader(EXPECT, "100-continue");
            upstream.continueHandler(_ -> sendBody(upstream));
            upstream.sendHead();
            clock.await(CONTINUE_WAIT, () -> sendBody(upstream));
        } else {
            sendBody(upstream);
        }
    }

    private void announceBody(HttpClientRequest upstream) {
        if (RequestBody.of(request) == RequestBody.SIZED) {
            upstream.putHeader(CONTENT_LENGTH, Long.toString(RequestBody.length(request)));
        } else {
            upstream.setChunked(true);
        }
    }

    private boolean expectsContinue() {
        return request.version() != HttpVersion.HTTP_1_0 && "100-continue".equalsIgnoreCase(request.getHeader(EXPECT));
    }

    private void sendBody(HttpClientRequest upstream) {
        if (over || answering || bodyIn != null) {
            return;
        }
        if (expectsContinue()) {
            response.writeContinue();
        }
        Flow flow = new Flow(request, upstream, limits.body(), passage.bytes());
        bodyIn = flow;
        clock.watch(flow, () -> bodyWait(flow), () -> bodyStalled(flow));
        flow.start(() -> requestSent(upstream), this::tooLarge);
    }

    /** How long a body may pause: not at all any more, once it has trickled for twice as long as it may pause. */
    private Duration bodyWait(Flow flow) {
        if (flow.waitsForSink()) {
            return limits.serviceIdle();
        }
        return flow.isTrickling(limits.clientIdle().multipliedBy(2)) ? Duration.ZERO : limits.clientIdle();
    }

    private void requestSent(HttpClientRequest upstream) {
        upstream.end();
        if (!answering) {
            clock.await(
                    limits.firstByte(), () -> fail(Ending.SERVICE_SLOW, tooSlow("did not answer", limits.firstByte())));
        }
    }

    // ---- the way back

    private void answered(HttpClientResponse answer) {
        if (over) {
            return;
        }
        answering = true;
        record.answerBegan();
        response.setStatusCode(answer.statusCode());
        ForwardedHeaders.toClient(answer.headers(), response.headers());
        if (hasBody && bodyIsNotWanted(answer)) {
            stopBody();
            Refusals.announceClose(response);
        }
        if (mayHaveBody(answer) && !answer.headers().contains(CONTENT_LENGTH)) {
            response.setChunked(true);
        }
        answer.exceptionHandler(this::serviceFailed);
        Flow flow = new Flow(answer, response, Long.MAX_VALUE, _ -> {});
        clock.watch(
                flow,
                () -> flow.waitsForSink() ? limits.clientIdle() : limits.serviceIdle(),
                () -> cut(flow.waitsForSink() ? Ending.CLIENT_SLOW : Ending.SERVICE_SLOW));
        flow.start(this::answerComplete, () -> cut(Ending.SERVICE_FAILED));
    }

    /** An error before the body is whole, or any answer before the body was asked for, is the service's last word. */
    private boolean bodyIsNotWanted(HttpClientResponse answer) {
        return bodyIn == null || (!bodyIn.isOver() && answer.statusCode() >= 400);
    }

    private boolean mayHaveBody(HttpClientResponse answer) {
        int status = answer.statusCode();
        return !request.method().equals(HttpMethod.HEAD) && status != 204 && status != 304;
    }

    /** Ends an answer that would go on, as if the service had: this gateway stops. From any thread. */
    void endAnswer() {
        eventLoop.runOnContext(_ -> {
            if (!over && answering) {
                record.ended(Ending.ANSWERED);
                finish();
                response.end();
                resetService();
            }
        });
    }

    private void answerComplete() {
        boolean bodyLeft = hasBody && !request.isEnded();
        record.ended(Ending.ANSWERED);
        finish();
        response.end();
        if (bodyLeft) {
            resetService();
            refusals.letGo(request);
        }
    }

    // ---- what goes wrong

    private void tooLarge() {
        fail(
                Ending.REFUSED,
                PAYLOAD_TOO_LARGE.because(
                        "The body is larger than the %d bytes that are taken here.".formatted(limits.body())));
    }

    private void bodyStalled(Flow flow) {
        if (flow.waitsForSink()) {
            fail(Ending.SERVICE_SLOW, tooSlow("did not take the body", limits.serviceIdle()));
        } else {
            fail(
                    Ending.CLIENT_SLOW,
                    REQUEST_TIMEOUT.because("The body came too slowly: it may pause for %d ms, and must not trickle."
                            .formatted(limits.clientIdle().toMillis())));
        }
    }

    private void unreachable(Throwable cause) {
        record.failedBy(cause);
        if (cause instanceof TimeoutException) {
            fail(Ending.SERVICE_SLOW, tooSlow("took no connection", limits.connect()));
        } else {
            fail(
                    Ending.SERVICE_FAILED,
                    UNAVAILABLE.because("The service behind this path is not there at the moment."));
        }
    }

    private void serviceFailed(Throwable cause) {
        if (!over) {
            record.failedBy(cause);
            fail(
                    Ending.SERVICE_FAILED,
                    UNAVAILABLE.because(
                            "The service went away before it answered; it may or may not have done the work."));
        }
    }

    private static ProblemException tooSlow(String what, Duration limit) {
        return UPSTREAM_TIMEOUT.because(
                "The service behind this path %s within %d ms.".formatted(what, limit.toMillis()));
    }

    private void clientGone() {
        if (!over) {
            record.ended(Ending.CLIENT_GONE);
            finish();
            resetService();
        }
    }

    /** Answers with a problem while that is still possible. */
    private void fail(Ending ending, ProblemException problem) {
        if (over) {
            return;
        }
        if (answering) {
            cut(ending);
            return;
        }
        record.ended(ending);
        finish();
        resetService();
        refusals.send(passage.context(), problem, problem.problem() == UNAVAILABLE ? RETRY_SOON : Map.of());
    }

    /** Breaks an answer off that has begun, so that nobody takes what came of it for the whole. */
    private void cut(Ending ending) {
        if (!over) {
            record.ended(ending);
            finish();
            resetService();
            request.connection().close();
        }
    }

    private void finish() {
        over = true;
        clock.stop();
        stopBody();
    }

    private void stopBody() {
        if (bodyIn != null) {
            bodyIn.stop();
        }
    }

    private void resetService() {
        if (serviceRequest != null) {
            serviceRequest.reset();
        }
    }

    /** The one clock of an exchange: what is waited for now, and what happens when that takes too long. */
    private static final class Clock {

        private static final long NONE = -1;

        private final Vertx vertx;
        private long timer = NONE;

        Clock(Vertx vertx) {
            this.vertx = vertx;
        }

        void await(Duration limit, Runnable atLimit) {
            stop();
            timer = vertx.setTimer(Math.max(1, limit.toMillis()), _ -> atLimit.run());
        }

        /** Rings when a flow has not moved for as long as it may, which depends on whom it waits for. */
        void watch(Flow flow, Supplier<Duration> limit, Runnable atLimit) {
            Duration left = limit.get().minusNanos(System.nanoTime() - flow.movedAt());
            if (left.isPositive()) {
                await(left, () -> watch(flow, limit, atLimit));
            } else {
                atLimit.run();
            }
        }

        void stop() {
            if (timer != NONE) {
                vertx.cancelTimer(timer);
                timer = NONE;
            }
        }
    }
}
