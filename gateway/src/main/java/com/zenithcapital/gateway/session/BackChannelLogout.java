package com.zenithcapital.gateway.session;

import static com.zenithcapital.gateway.session.SessionProblem.INVALID_LOGOUT_TOKEN;
import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.gateway.answer.RequestBody;
import com.zenithcapital.gateway.record.RequestRecord;
import com.zenithcapital.platform.problem.ProblemException;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.oidc.runtime.OidcProvider;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/logout/back-channel}: the identity provider tells of a session that ended there (OpenID Connect
 * Back-Channel Logout 1.0). Whoever calls is believed for the token's signature alone.
 */
@Singleton
final class BackChannelLogout {

    private static final Logger LOG = Logger.getLogger(BackChannelLogout.class);

    /** A signed token of a few claims has about one KiB. */
    private static final int LONGEST_FORM = 16 * 1024;

    private final OpenIdProvider provider;
    private final EndedSessions ended;
    private final Answers answers;

    BackChannelLogout(OpenIdProvider provider, EndedSessions ended, Answers answers) {
        this.provider = provider;
        this.ended = ended;
        this.answers = answers;
    }

    Future<?> answer(RoutingContext context, RequestRecord record) {
        return form(context.request())
                .compose(form -> provider.ready().map(verifier -> verified(verifier, token(form))))
                .<@Nullable Void>map(token -> {
                    end(token);
                    answers.empty(context, record, 200);
                    return null;
                })
                .recover(failure -> {
                    if (failure instanceof ProblemException problem) {
                        LOG.warn("Logout token refused", problem);
                        answers.problem(context, problem, Map.of());
                        return Future.succeededFuture();
                    }
                    if (provider.isAway(failure)) {
                        answers.problem(context, SessionGate.away(), OpenIdProvider.RETRY);
                        return Future.succeededFuture();
                    }
                    return Future.failedFuture(failure);
                });
    }

    private static Future<String> form(HttpServerRequest request) {
        if (RequestBody.length(request) > LONGEST_FORM) {
            return Future.failedFuture(tooLarge());
        }
        Promise<String> promise = Promise.promise();
        Buffer body = Buffer.buffer();
        request.exceptionHandler(promise::tryFail);
        request.endHandler(_ -> promise.tryComplete(body.toString(UTF_8)));
        request.handler(buffer -> {
            if (body.length() + buffer.length() > LONGEST_FORM) {
                request.pause();
                promise.tryFail(tooLarge());
            } else {
                body.appendBuffer(buffer);
            }
        });
        request.resume();
        return promise.future();
    }

    private static ProblemException tooLarge() {
        return PAYLOAD_TOO_LARGE.because("A logout token has at most %d bytes.".formatted(LONGEST_FORM));
    }

    private static String token(String form) {
        List<String> tokens;
        try {
            tokens = new QueryStringDecoder(form, false).parameters().getOrDefault("logout_token", List.of());
        } catch (IllegalArgumentException e) {
            throw INVALID_LOGOUT_TOKEN
                    .because("The form is not percent-encoded UTF-8.")
                    .causedBy(e);
        }
        if (tokens.size() != 1) {
            throw INVALID_LOGOUT_TOKEN.because("The form has not exactly one logout_token.");
        }
        return tokens.getFirst();
    }

    private static LogoutToken verified(OidcProvider verifier, String token) {
        try {
            verifier.verifyLogoutJwtToken(token);
            return LogoutToken.of(token);
        } catch (InvalidJwtException | IllegalArgumentException | ClassCastException e) {
            throw INVALID_LOGOUT_TOKEN
                    .because("The logout token is not one of the identity provider's for this site.")
                    .causedBy(e);
        }
    }

    private void end(LogoutToken token) {
        if (token.sid() != null) {
            ended.end(token.sid());
        } else if (token.subject() != null) {
            ended.endAllOf(token.subject());
        }
        LOG.info("Session ended by the identity provider");
    }
}
