package com.zenithcapital.platform.problem;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers what resource methods throw. The types are named one by one where Quarkus has a mapper of its own for them:
 * the nearest type wins, and at one type ours does.
 */
class RestProblems {

    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        ValidationException.class,
        ResteasyReactiveViolationException.class,
        MismatchedInputException.class,
        InvalidDefinitionException.class,
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        ForbiddenException.class
    })
    Response answer(Throwable thrown, UriInfo uri, RoutingContext request) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            // A redirect or a 304, thrown: no failure.
            return web.getResponse();
        }
        Failure failure = Failures.of(thrown, new Parameters(uri.getPathParameters(), uri.getQueryParameters()));
        FailureLog.write(failure, thrown, request);
        if (request.response().headWritten()) {
            // Quarkus REST would leave the caller waiting for the rest of it.
            ProblemAnswer.cut(request);
            return Response.serverError().build();
        }
        Response.ResponseBuilder response = Response.status(failure.problem().status())
                .type(ProblemJson.MEDIA_TYPE)
                .entity(failure.body(ProblemAnswer.instance(request), ProblemAnswer.correlationId(request)));
        failure.headers().forEach(response::header);
        return response.build();
    }
}
