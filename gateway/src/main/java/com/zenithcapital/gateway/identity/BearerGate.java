package com.zenithcapital.gateway.identity;

import static com.zenithcapital.platform.problem.CommonProblem.UNAUTHENTICATED;
import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;
import static io.vertx.core.http.HttpHeaders.AUTHORIZATION;
import static io.vertx.core.http.HttpHeaders.COOKIE;

import com.zenithcapital.gateway.identity.Admission.Admitted;
import com.zenithcapital.gateway.identity.Admission.Refused;
import com.zenithcapital.gateway.route.Access;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request pass with a good bearer token, or without one where none is needed. Signature, issuer, audience and
 * expiry are quarkus-oidc's check; it is asked only when there is something to check, so reading in public costs nothing.
 */
@Singleton
public final class BearerGate {

    private static final Logger LOG = Logger.getLogger(BearerGate.class);

    private static final Admission ANONYMOUS = new Admitted(null);
    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "WWW-Authenticate";

    /** Asks for an identity where the route needs one, and checks the one that was sent wherever it was. */
    public Future<Admission> admit(RoutingContext context, Access access) {
        List<String> sent = context.request().headers().getAll(AUTHORIZATION);
        if (sent.isEmpty()) {
            return Future.succeededFuture(
                    switch (access) {
                        case ANYONE, BEACON -> ANONYMOUS;
                        case SIGNED_IN -> missing();
                    });
        }
        if (sent.size() > 1 || !isBearer(sent.getFirst())) {
            return Future.succeededFuture(invalid());
        }
        // The token is what counts. Of cookies that came beside it nobody shall hear.
        context.request().headers().remove(COOKIE);
        // Quarkus would answer a bad token itself, before it tells us; here it is one refusal like the others.
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        Promise<Admission> promise = Promise.promise();
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(
                        identity -> promise.complete(
                                identity == null || identity.isAnonymous() ? invalid() : admitted(identity)),
                        failure -> promise.complete(refusal(failure)));
        return promise.future();
    }

    private static Admission admitted(SecurityIdentity identity) {
        return new Admitted(identity.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : null);
    }

    private static boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    private static Admission missing() {
        return new Refused(
                UNAUTHENTICATED.because("This needs a bearer token, and none was sent."), Map.of(CHALLENGE, "Bearer"));
    }

    private static Admission invalid() {
        return new Refused(
                UNAUTHENTICATED.because("The bearer token is not valid, or not valid any more."),
                Map.of(CHALLENGE, "Bearer error=\"invalid_token\""));
    }

    private static Admission refusal(Throwable failure) {
        if (!isProvidersFault(failure)) {
            return invalid();
        }
        LOG.warn("Identity provider unreachable", failure);
        return new Refused(UNAVAILABLE.because("Tokens cannot be checked at the moment."), Map.of("Retry-After", "5"));
    }

    /**
     * Whether the token could not be checked, rather than was found wrong: the keys were not to be had. An OIDCException tells
     * so too, but not as what an authentication failed of: that is a token of another type.
     */
    private static boolean isProvidersFault(Throwable failure) {
        boolean checked = false;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if ((cause instanceof OIDCException && !checked)
                    || cause instanceof IOException
                    || cause instanceof TimeoutException) {
                return true;
            }
            checked = cause instanceof AuthenticationFailedException;
        }
        return false;
    }
}
