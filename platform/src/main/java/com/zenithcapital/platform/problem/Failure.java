package com.zenithcapital.platform.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exception means for the caller.
 *
 * @param headers what the answer carries besides, such as {@code Retry-After}
 * @param members what the body tells besides: a name and its JSON
 */
record Failure(
        Problem problem,
        String detail,
        List<FieldError> errors,
        Map<String, String> headers,
        Map<String, String> members) {

    /** About what a broker or a database needs to come back. */
    private static final String SECONDS_TO_RECOVER = "5";

    Failure {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
        members = Map.copyOf(members);
    }

    static Failure of(Problem problem, String detail) {
        return of(problem, detail, List.of());
    }

    static Failure of(ProblemException exception) {
        Failure failure = of(exception.problem(), exception.detail(), exception.errors());
        return new Failure(
                failure.problem,
                failure.detail,
                failure.errors,
                exception.headers().isEmpty() ? failure.headers : exception.headers(),
                exception.members());
    }

    static Failure at(Problem problem, String pointer, String detail) {
        return of(problem, detail, List.of(new FieldError(pointer, detail)));
    }

    static Failure of(Problem problem, String detail, List<FieldError> errors) {
        boolean passes = problem.status() == CommonProblem.UNAVAILABLE.status();
        return new Failure(
                problem,
                detail,
                errors,
                passes ? Map.of(HttpHeaders.RETRY_AFTER, SECONDS_TO_RECOVER) : Map.of(),
                Map.of());
    }

    static Failure unavailable() {
        return of(CommonProblem.UNAVAILABLE, "A part this needs does not answer. Try again in a few seconds.");
    }

    Failure with(String header, String value) {
        return new Failure(problem, detail, errors, Map.of(header, value), members);
    }

    byte[] body(String instance, @Nullable String correlationId) {
        return ProblemJson.of(problem, detail, instance, correlationId, errors, members);
    }
}
