package com.zenithcapital.gateway.session;

import static com.zenithcapital.gateway.session.SessionProblem.SIGN_IN_FAILED;
import static io.vertx.core.http.HttpHeaders.AUTHORIZATION;
import static io.vertx.core.http.HttpHeaders.LOCATION;

import com.zenithcapital.gateway.record.RequestRecord;
import com.zenithcapital.platform.problem.ProblemException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/login}: the one place that sends a browser to the identity provider, and where that sends it back to
 * with a code. Who is signed in already goes on to where they wanted.
 */
@Singleton
final class SignIn {

    private static final Logger LOG = Logger.getLogger(SignIn.class);

    private final HttpAuthenticator authenticator;
    private final OpenIdProvider provider;
    private final EndedSessions ended;
    private final Answers answers;
    private final Duration longest;
    private final Clock clock = Clock.systemUTC();

    SignIn(
            HttpAuthenticator authenticator,
            OpenIdProvider provider,
            EndedSessions ended,
            Answers answers,
            SessionConfig config) {
        this.authenticator = authenticator;
        this.provider = provider;
        this.ended = ended;
        this.answers = answers;
        this.longest = config.longest();
    }

    Future<?> answer(RoutingContext context, RequestRecord record) {
        ReturnUrl returnUrl;
        try {
            returnUrl = ReturnUrl.of(context.request().uri());
        } catch (ProblemException e) {
            answers.problem(context, e, Map.of());
            return Future.succeededFuture();
        }
        // A page for browsers: somebody's own token does not sign them in.
        context.request().headers().remove(AUTHORIZATION);
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        Promise<@Nullable Void> done = Promise.promise();
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(
                        identity -> identified(context, record, identity, returnUrl)
                                .<@Nullable Void>mapEmpty()
                                .onComplete(done),
                        failure -> failed(context, record, failure)
                                .<@Nullable Void>mapEmpty()
                                .onComplete(done));
        return done.future();
    }

    private Future<?> identified(
            RoutingContext context, RequestRecord record, SecurityIdentity identity, ReturnUrl returnUrl) {
        if (identity.isAnonymous() || isOver(Session.of(identity))) {
            return challenge(context, record);
        }
        answers.redirect(context, record, returnUrl.text());
        return Future.succeededFuture();
    }

    private boolean isOver(Session session) {
        return ended.contains(session) || session.signedInAt().plus(longest).isBefore(clock.instant());
    }

    private Future<?> failed(RoutingContext context, RequestRecord record, Throwable failure) {
        if (failure instanceof AuthenticationRedirectException success) {
            return complete(context, record, success);
        }
        if (provider.isAway(failure)) {
            return away(context, failure);
        }
        if (failure instanceof AuthenticationCompletionException) {
            LOG.warn("Sign-in failed", failure);
            answers.problem(
                    context,
                    SIGN_IN_FAILED.because("The identity provider did not confirm the sign-in. It can be begun again."),
                    Map.of("WWW-Authenticate", "Bearer"));
            return Future.succeededFuture();
        }
        // A session that is over: this is the place to begin another one.
        return challenge(context, record);
    }

    /** The code was exchanged, the new cookie stands on the answer. quarkus-oidc wants to go back to where it all began. */
    private Future<?> complete(RoutingContext context, RequestRecord record, AuthenticationRedirectException success) {
        ended.begin(Session.idIn(context));
        // That is this page, with its first query: a step that can be left out.
        ReturnUrl returnUrl = ReturnUrl.of(success.getRedirectUri());
        answers.redirect(context, record, returnUrl.text());
        return Future.succeededFuture();
    }

    private Future<?> challenge(RoutingContext context, RequestRecord record) {
        return provider.reach()
                .compose(_ -> challenged(context))
                .onSuccess(challenge -> {
                    String location = challenge.getHeaders().entrySet().stream()
                            .filter(header -> LOCATION.toString()
                                    .equalsIgnoreCase(header.getKey().toString()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(null);
                    if (challenge.status == 302 && location != null) {
                        answers.redirect(context, record, location + "&max_age=" + longest.toSeconds());
                    } else {
                        // The browser comes from the provider's page and has lost the cookie that it went with.
                        answers.problem(
                                context,
                                SIGN_IN_FAILED.because("The browser came back without the cookie that it left with."),
                                Map.of("WWW-Authenticate", "Bearer"));
                    }
                })
                .<@Nullable Void>mapEmpty()
                .recover(failure -> {
                    if (provider.isAway(failure)) {
                        return away(context, failure).mapEmpty();
                    }
                    return Future.failedFuture(failure);
                });
    }

    private Future<ChallengeData> challenged(RoutingContext context) {
        Promise<ChallengeData> promise = Promise.promise();
        authenticator
                .getChallenge(context)
                .subscribe()
                .with(challenge -> promise.complete(Objects.requireNonNull(challenge)), promise::fail);
        return promise.future();
    }

    private Future<?> away(RoutingContext context, Throwable failure) {
        LOG.warn("Identity provider unreachable", failure);
        answers.problem(context, SessionGate.away(), OpenIdProvider.RETRY);
        return Future.succeededFuture();
    }
}
