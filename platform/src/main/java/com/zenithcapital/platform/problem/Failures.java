package com.zenithcapital.platform.problem;

import static com.zenithcapital.platform.problem.CommonProblem.FORBIDDEN;
import static com.zenithcapital.platform.problem.CommonProblem.INTERNAL;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.UNAUTHENTICATED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what an exception means for the caller, in REST resources and outside alike. */
final class Failures {

    private Failures() {}

    static Failure of(Throwable thrown, Parameters parameters) {
        return switch (thrown) {
            case ProblemException problem -> Failure.of(problem);
            case ResteasyReactiveViolationException violations -> Violations.failure(violations);
            // Quarkus REST hands on these two as Jackson throws them, any other fault of a body as a cause below.
            case InvalidDefinitionException ours -> of(500);
            case MismatchedInputException json -> JsonFailures.of(json);
            case AuthenticationException rejected ->
                Failure.of(UNAUTHENTICATED, "The token is not valid: expired, not meant for this service, or not ours.")
                        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            case UnauthorizedException missing ->
                Failure.of(UNAUTHENTICATED, "This needs a signed-in user.")
                        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case ForbiddenException forbidden -> Failure.of(FORBIDDEN, "The caller's roles do not allow this.");
            case HttpException refused -> of(refused.getStatusCode());
            case OIDCException provider -> Failure.unavailable();
            case WebApplicationException web -> ofWeb(web, parameters);
            case Throwable down when Outage.isBehind(down) -> Failure.unavailable();
            case Throwable odd
            when Unstorable.isBehind(odd) ->
                Failure.of(INVALID_REQUEST, "A value in the request is none that can be kept or looked for.");
            default -> Failure.of(INTERNAL, "This is our fault. It is logged under the correlation id.");
        };
    }

    /** What a bare status means, as the HTTP server gives it when it refuses a request by itself. */
    static Failure of(int status) {
        return Arrays.stream(CommonProblem.values())
                .filter(problem -> problem.status() == status)
                .findFirst()
                .map(problem -> Failure.of(problem, detail(problem)))
                .orElseGet(() -> of(status < 500 ? 400 : 500));
    }

    private static Failure ofWeb(WebApplicationException web, Parameters parameters) {
        @Nullable Throwable cause = web.getCause();
        if (cause instanceof ProblemException problem) {
            return Failure.of(problem);
        }
        if (cause instanceof JsonProcessingException json) {
            return JsonFailures.of(json);
        }
        int status = web.getResponse().getStatus();
        if (cause != null && (status == 404 || status == 400)) {
            // Jakarta REST calls a path or query parameter that cannot be converted "not found" (3.2).
            Optional<String> pointer = parameters.blamedIn(cause);
            return pointer.map(place ->
                            Failure.at(INVALID_REQUEST, place, "The value has not the form that is asked for."))
                    .orElseGet(() -> Failure.of(INVALID_REQUEST, "A parameter has not the form that is asked for."));
        }
        return of(status);
    }

    private static String detail(CommonProblem problem) {
        return switch (problem) {
            case INVALID_REQUEST -> "The request cannot be understood.";
            case MALFORMED_JSON -> "The body is not JSON.";
            case INVALID_CURSOR -> "The cursor is not one of this list.";
            case UNAUTHENTICATED -> "This needs a signed-in user.";
            case FORBIDDEN -> "The caller's roles do not allow this.";
            case NOT_FOUND -> "There is nothing here.";
            case METHOD_NOT_ALLOWED -> "This does not take that method.";
            case NOT_ACCEPTABLE -> "This cannot be given in any form that the Accept header names.";
            case REQUEST_TIMEOUT -> "The request did not arrive in time.";
            case CONFLICT -> "This is at odds with what is there now.";
            case GONE -> "This was here once.";
            case LENGTH_REQUIRED -> "The request needs a Content-Length.";
            case PRECONDITION_FAILED -> "This has changed since.";
            case PAYLOAD_TOO_LARGE -> "The body is larger than is taken here.";
            case URI_TOO_LONG -> "The address is longer than is taken here.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body is of a type that is not taken here.";
            case RANGE_NOT_SATISFIABLE -> "There are no bytes in that range.";
            case PRECONDITION_REQUIRED -> "This needs an If-Match header.";
            case TOO_MANY_REQUESTS -> "That was too often. Retry-After says when to come back.";
            case HEADERS_TOO_LARGE -> "The headers are larger than is taken here.";
            case INTERNAL -> "This is our fault. It is logged under the correlation id.";
            case NOT_IMPLEMENTED -> "This is not there yet.";
            case BAD_GATEWAY -> "A part this needs gave no proper answer.";
            case UNAVAILABLE -> "A part this needs does not answer. Try again in a few seconds.";
            case UPSTREAM_TIMEOUT -> "A part this needs did not answer in time.";
            case INSUFFICIENT_STORAGE -> "There is no room left to store this.";
        };
    }
}
