package com.zenithcapital.gateway.door;

import static com.zenithcapital.platform.problem.CommonProblem.INTERNAL;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.METHOD_NOT_ALLOWED;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;
import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;

import com.zenithcapital.gateway.answer.Refusals;
import com.zenithcapital.gateway.answer.RequestBody;
import com.zenithcapital.gateway.identity.Admission;
import com.zenithcapital.gateway.identity.BearerGate;
import com.zenithcapital.gateway.proxy.Passage;
import com.zenithcapital.gateway.proxy.Proxy;
import com.zenithcapital.gateway.record.Recorder;
import com.zenithcapital.gateway.record.RequestRecord;
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
import org.jboss.logging.Logger;

/** Every request to the main port comes in here and nowhere else. */
@Singleton
final class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    private final Vertx vertx;
    private final RouteTable routes;
    private final TrafficLimits limits;
    private final BearerGate gate;
    private final SessionGate sessions;
    private final SessionPages pages;
    private final Proxy proxy;
    private final Refusals refusals;
    private final Recorder recorder;

    Door(
            Vertx vertx,
            RouteTable routes,
            TrafficLimits limits,
            BearerGate gate,
            SessionGate sessions,
            SessionPages pages,
            Proxy proxy,
            Refusals refusals,
            Recorder recorder) {
        this.vertx = vertx;
        this.routes = routes;
        this.limits = limits;
        this.gate = gate;
        this.sessions = sessions;
        this.pages = pages;
        this.proxy = proxy;
        this.refusals = refusals;
        this.recorder = recorder;
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
        new Visit(context)
                .refuse(
                        INVALID_REQUEST.because("The request names no Host, or asks for something that is no path."),
                        Map.of());
    }

    private void enter(RoutingContext context) {
        // Nothing is read before it is decided who reads it.
        context.request().pause();
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
            switch (routes.match(method, target.segments())) {
                case RouteMatch.Found(Route route) -> identify(target, route);
                case RouteMatch.WrongMethod(String name, var allowed) -> {
                    record.routed(name);
                    refuse(
                            METHOD_NOT_ALLOWED.because("This path does not take %s.".formatted(method)),
                            Map.of("Allow", String.join(", ", allowed)));
                }
                case RouteMatch.Unknown() -> throw NOT_FOUND.because("There is nothing at this path.");
            }
        }

        private void identify(RequestTarget target, Route route) {
            record.routed(route.name());
            Context eventLoop = vertx.getOrCreateContext();
            admission(route).onComplete(admitted -> {
                // The check may have ended on another thread; a request belongs to its own.
                if (vertx.getOrCreateContext() == eventLoop) {
                    admitted(target, route, admitted.result());
                } else {
                    eventLoop.runOnContext(_ -> admitted(target, route, admitted.result()));
                }
            });
        }

        private Future<Admission> admission(Route route) {
            if (route.destination() == Page.LOGIN) {
                // Where a session begins, what there was of one is the page's own business.
                return Future.succeededFuture(new Admission.Admitted());
            }
            return sessions.concerns(request)
                    ? sessions.admit(context, route.access())
                    : gate.admit(context, route.access());
        }

        private void admitted(RequestTarget target, Route route, Admission admission) {
            try {
                switch (admission) {
                    case Admission.Refused(ProblemException problem, Map<String, String> headers) ->
                        refuse(problem, headers);
                    case Admission.Admitted() -> {
                        switch (route.destination()) {
                            case Service service -> forward(target, route, service);
                            case Page page -> pages.answer(page, context, record);
                        }
                    }
                }
            } catch (RuntimeException e) {
                broken(e);
            }
        }

        private void forward(RequestTarget target, Route route, Service service) {
            Limits allowed = limits.of(route);
            if (RequestBody.length(request) > allowed.body()) {
                refuse(
                        PAYLOAD_TOO_LARGE.because("The body is announced with %d bytes; %d are taken here."
                                .formatted(RequestBody.length(request), allowed.body())),
                        Map.of());
                return;
            }
            proxy.forward(new Passage(context, method, target, route, service, allowed, record));
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
