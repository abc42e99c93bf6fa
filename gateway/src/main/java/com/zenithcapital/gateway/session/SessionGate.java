package com.zenithcapital.gateway.session;

import static com.zenithcapital.gateway.session.SessionProblem.CSRF;
import static com.zenithcapital.platform.problem.CommonProblem.UNAUTHENTICATED;
import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;
import static io.vertx.core.http.HttpHeaders.AUTHORIZATION;
import static io.vertx.core.http.HttpHeaders.CACHE_CONTROL;

import com.zenithcapital.gateway.identity.Admission;
import com.zenithcapital.gateway.identity.Admission.Admitted;
import com.zenithcapital.gateway.identity.Admission.Refused;
import com.zenithcapital.gateway.route.Access;
import com.zenithcapital.platform.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Lets a request pass that comes with a session. What the session may do is shown to the service as a bearer token. A
 * session that is over is no session: where none is needed its bearer is a visitor, elsewhere it is 401 and never a redirect.
 */
@Singleton
public final class SessionGate {

    private static final Logger LOG = Logger.getLogger(SessionGate.class);

    private static final Admission ANONYMOUS = new Admitted(null);

    /** Methods that change nothing (RFC 9110, section 9.2.1): a forged one gains nothing, since its answer is not readable. */
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final OpenIdProvider provider;
    private final EndedSessions ended;
    private final CsrfTokens tokens;
    private final Origins origins;
    private final Duration longest;
    private final Clock clock = Clock.systemUTC();

    SessionGate(
            OpenIdProvider provider, EndedSessions ended, CsrfTokens tokens, Origins origins, SessionConfig config) {
        this.provider = provider;
        this.ended = ended;
        this.tokens = tokens;
        this.origins = origins;
        this.longest = config.longest();
    }

    /** Whether a request is for this gate: with a token of its own, its cookies do not count. */
    public boolean concerns(HttpServerRequest request) {
        return !request.headers().contains(AUTHORIZATION) && Cookies.hold(request);
    }

    /** Decides without a look at the body. */
    public Future<Admission> admit(RoutingContext context, Access access) {
        HttpServerRequest request = context.request();
        boolean own = SAFE.contains(request.method()) || origins.isOwn(request);
        if (!own) {
            return Future.succeededFuture(
                    switch (access) {
                        // It may come from any page that is counted, but for who is reading only our own are believed.
                        case BEACON -> ANONYMOUS;
                        case ANYONE, SIGNED_IN ->
                            forged(
                                    "A change by a session must come from a page of this site, as Origin or Sec-Fetch-Site say.");
                    });
        }
        // Quarkus would redirect, or answer a session that is over itself.
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        Promise<Admission> promise = Promise.promise();
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .map(identity -> identified(context, access, identity))
                .subscribe()
                .with(promise::complete, failure -> promise.complete(unidentified(context, access, failure)));
        return promise.future();
    }

    private Admission identified(RoutingContext context, Access access, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            return over(context, access);
        }
        Session session = Session.of(identity);
        if (ended.contains(session) || session.signedInAt().plus(longest).isBefore(clock.instant())) {
            return over(context, access);
        }
        HttpServerRequest request = context.request();
        MultiMap headers = request.headers();
        if (!SAFE.contains(request.method())
                && access != Access.BEACON
                && !tokens.fits(headers.getAll(CsrfTokens.HEADER), session)) {
            return forged("A change by a session needs, in %s, the token that GET /api/v1/session gives."
                    .formatted(CsrfTokens.HEADER));
        }
        session.belongTo(context);
        // What a service sees from here on is a bearer token like any other; cookies do not go on.
        headers.set(AUTHORIZATION, "Bearer " + session.accessToken());
        context.addHeadersEndHandler(_ -> keepPrivate(context.response().headers()));
        return new Admitted(session.subject());
    }

    /** Caches between here and the browser saw no token in the request, and the answer may have a new cookie in it. */
    private static void keepPrivate(MultiMap answer) {
        String control = answer.get(CACHE_CONTROL);
        if (control == null || control.startsWith("public")) {
            answer.set(CACHE_CONTROL, "private, no-cache");
        }
    }

    private Admission unidentified(RoutingContext context, Access access, Throwable failure) {
        if (!provider.isAway(failure)) {
            LOG.debug("Session not taken", failure);
            return over(context, access);
        }
        LOG.warn("Identity provider unreachable", failure);
        // The cookie stays: when the provider is back the session goes on.
        return switch (access) {
            case ANYONE, BEACON -> ANONYMOUS;
            case SIGNED_IN -> new Refused(away(), OpenIdProvider.RETRY);
        };
    }

    static ProblemException away() {
        return UNAVAILABLE.because("The identity provider is not there at the moment.");
    }

    private static Admission over(RoutingContext context, Access access) {
        Cookies.clear(context.request());
        return switch (access) {
            case ANYONE, BEACON -> ANONYMOUS;
            case SIGNED_IN ->
                new Refused(
                        UNAUTHENTICATED.because("The session is over. GET /api/v1/login begins another one."),
                        Map.of("WWW-Authenticate", "Bearer"));
        };
    }

    private static Admission forged(String detail) {
        return new Refused(CSRF.because(detail), Map.of());
    }
}
