package com.zenithcapital.gateway.door;

import static com.zenithcapital.platform.problem.CommonProblem.INTERNAL;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.METHOD_NOT_ALLOWED;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;
import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;

import com.zenithcapital.gateway.answer.Refusals;
import com.zenithcapital.gateway.answer.RequestBody;
import com.zenithcapital.gateway.header.AnswerHeaders;
import com.zenithcapital.gateway.header.Cors;
import com.zenithcapital.gateway.identity.Admission;
import com.zenithcapital.gateway.identity.BearerGate;
import com.zenithcapital.gateway.limit.Budget;
import com.zenithcapital.gateway.limit.Limiter;
import com.zenithcapital.gateway.limit.Verdict;
import com.zenithcapital.gateway.proxy.Passage;
import com.zenithcapital.gateway.proxy.Proxy;
import com.zenithcapital.gateway.record.Recorder;
import com.zenithcapital.gateway.record.RequestRecord;
import com.zenithcapital.gateway.route.Access;
import com.zenithcapital.gateway.route.Limits;
import com.zenithcapital.gateway.route.Page;
import com.zenithcapital.gateway.route.Route;
import com.zenithcapital.gateway.route.RouteMatch;
import com.zenithcapital.gateway.route.RouteTable;
import com.zenithcapital.gateway.route.Service;
import com.zenithcapital.gateway.route.TrafficLimits;
import com.zenithcapital.gateway.session.SessionGate;
import com.zenithcapital.gateway.session.SessionPages;
import com.zenithcapital.gateway.target.RequestTarget;
import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.problem.ProblemException;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Every request to the main port comes in here and nowhere else. */
@Singleton
final class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    private final Vertx vertx;
    private final RouteTable routes;
    private final TrafficLimits limits;
    private final BearerGate gate;
    private final Limiter limiter;
    private final SessionGate sessions;
    private final SessionPages pages;
    private final Proxy proxy;
    private final Refusals refusals;
    private final Recorder recorder;
    private final Cors cors;
    private final AnswerHeaders answerHeaders;

    Door(
            Vertx vertx,
            RouteTable routes,
            TrafficLimits limits,
            BearerGate gate,
            Limiter limiter,
            SessionGate sessions,
            SessionPages pages,
            Proxy proxy,
            Refusals refusals,
            Recorder recorder,
            Cors cors,
            AnswerHeaders answerHeaders) {
        this.vertx = vertx;
        this.routes = routes;
        this.limits = limits;
        this.gate = gate;
        this.limiter = limiter;
        this.sessions = sessions;
        this.pages = pages;
        this.proxy = proxy;
        this.refusals = refusals;
        this.recorder = recorder;
        this.cors = cors;
        this.answerHeaders = answerHeaders;
    }

    void open(@Observes Router router) {
        // Before whatever an extension may bring: nothing of theirs answers on this port.
        router.route().order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(this::enter);
        router.route().order(Integer.MIN_VALUE).failureHandler(this::turnAway);
    }

    /** What the router itself finds wrong with a head, before any handler sees it: no Host, a target that is no path. */
    private void turnAway(RoutingContext context) {
        if (context.statusCode() >= 500) {
            context.next();
            return;
        }
        // No filter has seen it.
        CorrelationId.assign(context);
        answerHeaders.attend(context);
        new Visit(context)
                .refuse(
                        INVALID_REQUEST.because("The request names no Host, or asks for something that is no path."),
                        Map.of());
    }

    private void enter(RoutingContext context) {
        // Nothing is read before it is decided who reads it.
        context.request().pause();
        if (Refusals.isLeft(context.request())) {
            return;
        }
        Visit visit = new Visit(context);
        try {
            visit.check();
        } catch (ProblemException e) {
            visit.refuse(e, Map.of());
        } catch (RuntimeException e) {
            visit.broken(e);
        }
    }

    /** One request on its way through the checks. */
    private final class Visit {

        private final RoutingContext context;
        private final HttpServerRequest request;
        private final RequestRecord record;
        private HttpMethod method;

        Visit(RoutingContext context) {
            this.context = context;
            this.request = context.request();
            this.method = request.method();
            this.record = recorder.begin(context);
        }

        void check() {
            RequestTarget target = RequestTarget.parse(request.uri());
            if (request.version() == HttpVersion.HTTP_1_1
                    && request.headers().getAll(HttpHeaders.HOST).size() != 1) {
                throw INVALID_REQUEST.because("There must be exactly one Host header.");
            }
            if (RequestBody.of(request) == RequestBody.UNREADABLE) {
                throw INVALID_REQUEST.because("The only transfer coding taken is chunked.");
            }
            method = MethodOverride.effective(request, target.segments());
            RouteMatch match = routes.match(method, target.segments());
            boolean preflight = cors.asks(request) && !isForService(match);
            if (preflight) {
                match = routes.match(cors.askedFor(request), target.segments());
            }
            switch (match) {
                case RouteMatch.Found(Route route) -> {
                    if (preflight) {
                        record.routed(route.name());
                        refusals.sendEmpty(context, 204, cors.permissions(request));
                    } else {
                        identify(target, route);
                    }
                }
                case RouteMatch.WrongMethod(String name, var allowed) -> {
                    record.routed(name);
                    refuse(
                            METHOD_NOT_ALLOWED.because("This path does not take %s.".formatted(method)),
                            Map.of("Allow", String.join(", ", allowed)));
                }
                case RouteMatch.Unknown() -> throw NOT_FOUND.because("There is nothing at this path.");
            }
        }

        /** A service that takes the question from anybody answers it itself, as the intake of events does for its sites. */
        private static boolean isForService(RouteMatch match) {
            return match instanceof RouteMatch.Found(Route route) && route.access() != Access.SIGNED_IN;
        }

        private void identify(RequestTarget target, Route route) {
            record.routed(route.name());
            goOn(admission(route), admission -> {
                switch (admission) {
                    case Admission.Refused(ProblemException problem, Map<String, String> headers) ->
                        refuse(problem, headers);
                    case Admission.Admitted(@Nullable String subject) -> weigh(target, route, subject);
                }
            });
        }

        private Future<Admission> admission(Route route) {
            if (route.destination() == Page.LOGIN) {
                // Where a session begins, what there was of one is the page's own business.
                return Future.succeededFuture(new Admission.Admitted(null));
            }
            return sessions.concerns(request)
                    ? sessions.admit(context, route.access())
                    : gate.admit(context, route.access());
        }

        private void weigh(RequestTarget target, Route route, @Nullable String subject) {
            Limits allowed = limits.of(route);
            if (RequestBody.length(request) > allowed.body()) {
                refuse(
                        PAYLOAD_TOO_LARGE.because("The body is announced with %d bytes; %d are taken here."
                                .formatted(RequestBody.length(request), allowed.body())),
                        Map.of());
                return;
            }
            goOn(limiter.admit(context, Budget.of(route.traffic(), route.name()), subject), verdict -> {
                verdict.tell(request.response().headers());
                switch (verdict) {
                    case Verdict.Refused refused -> refuse(refused.problem(), refused.headers());
                    case Verdict.Passed passed -> handOn(target, route, allowed, passed);
                }
            });
        }

        private void handOn(RequestTarget target, Route route, Limits allowed, Verdict.Passed passed) {
            switch (route.destination()) {
                case Service service ->
                    proxy.forward(
                            new Passage(context, method, target, route, service, allowed, record, passed.bytes()));
                case Page page -> pages.answer(page, context, record);
            }
        }

        /** The next step, once the last has decided: it may have ended on another thread; a request belongs to its own. */
        private <T> void goOn(Future<T> decision, Consumer<T> next) {
            Context eventLoop = vertx.getOrCreateContext();
            decision.onComplete(decided -> {
                if (vertx.getOrCreateContext() == eventLoop) {
                    take(decided.result(), next);
                } else {
                    eventLoop.runOnContext(_ -> take(decided.result(), next));
                }
            });
        }

        private <T> void take(T decision, Consumer<T> next) {
            try {
                next.accept(decision);
            } catch (RuntimeException e) {
                broken(e);
            }
        }

        private void refuse(ProblemException problem, Map<String, String> headers) {
            refusals.send(context, problem, headers);
        }

        void broken(RuntimeException failure) {
            LOG.error("Request broken by the gateway itself", failure);
            refuse(INTERNAL.because("Something went wrong in the gateway."), Map.of());
        }
    }
}
