package com.zenithcapital.gateway.limit;

import com.zenithcapital.gateway.answer.RequestBody;
import com.zenithcapital.gateway.limit.LimiterMetrics.Outcome;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes each request from its caller's budget, and refuses it when nothing is left there. */
@Singleton
public final class Limiter {

    private final LivePolicies policies;
    private final Callers callers;
    private final BucketStore buckets;
    private final LimiterMetrics metrics;

    Limiter(LivePolicies policies, Callers callers, BucketStore buckets, LimiterMetrics metrics) {
        this.policies = policies;
        this.callers = callers;
        this.buckets = buckets;
        this.metrics = metrics;
    }

    /**
     * Decides about a request. Where the store is elsewhere, the answer may come on another thread.
     *
     * @param subject the signed-in user's id; without one, the address is who calls
     */
    public Future<Verdict> admit(RoutingContext context, Budget budget, @Nullable String subject) {
        Caller caller = callers.of(context.request(), subject);
        Policies now = policies.current();
        Policy policy = now.of(budget);
        Future<Draw> drawn = buckets.take(caller, policy, 1);
        if (budget != Budget.UPLOAD_REQUESTS) {
            return drawn.map(draw -> refuses(policy, draw)
                    ? refused(RateLimitFields.of(policy, draw), policy, draw)
                    : new Verdict.Passed(RateLimitFields.of(policy, draw), Limiter::uncounted));
        }
        return drawn.compose(draw -> {
            RateLimitFields fields = RateLimitFields.of(policy, draw);
            return refuses(policy, draw)
                    ? Future.succeededFuture(refused(fields, policy, draw))
                    : admitBytes(context, caller, now.of(Budget.UPLOAD_BYTES), fields);
        });
    }

    private Future<Verdict> admitBytes(RoutingContext context, Caller caller, Policy policy, RateLimitFields requests) {
        HttpServerRequest request = context.request();
        long announced = RequestBody.of(request) == RequestBody.SIZED ? RequestBody.length(request) : 0;
        return buckets.take(caller, policy, announced).map(draw -> {
            RateLimitFields fields = requests.and(RateLimitFields.of(policy, draw));
            if (refuses(policy, draw)) {
                return refused(fields, policy, draw);
            }
            if (!draw.granted()) {
                return new Verdict.Passed(fields, Limiter::uncounted);
            }
            if (announced > 0) {
                context.addEndHandler(new GivingBack(caller, policy, request, announced));
                return new Verdict.Passed(fields, Limiter::uncounted);
            }
            return new Verdict.Passed(fields, bytes -> buckets.settle(caller, policy, bytes));
        });
    }

    private boolean refuses(Policy policy, Draw draw) {
        Outcome outcome = draw.granted() ? Outcome.PASSED : policy.enforced() ? Outcome.REFUSED : Outcome.WOULD_REFUSE;
        metrics.count(policy.budget(), outcome);
        return outcome == Outcome.REFUSED;
    }

    private static Verdict refused(RateLimitFields fields, Policy policy, Draw draw) {
        return new Verdict.Refused(
                fields, policy.problem(), Map.of("Retry-After", Long.toString(Policy.retryAfter(draw))));
    }

    /** What was announced and never came is given back: a line that broke, a service that did not want it. */
    private final class GivingBack implements Handler<AsyncResult<Void>> {

        private final Caller caller;
        private final Policy policy;
        private final HttpServerRequest request;
        private final long announced;
        private boolean done;

        GivingBack(Caller caller, Policy policy, HttpServerRequest request, long announced) {
            this.caller = caller;
            this.policy = policy;
            this.request = request;
            this.announced = announced;
        }

        @Override
        public void handle(AsyncResult<Void> end) {
            // A broken connection is reported twice, as a failure and as a close.
            if (!done) {
                done = true;
                buckets.settle(caller, policy, request.bytesRead() - announced);
            }
        }
    }

    /** For what is no upload, or was taken as announced. */
    private static void uncounted(long bytes) {}
}
