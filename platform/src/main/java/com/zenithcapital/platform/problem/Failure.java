package com.zenithcapital.platform.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an exception means for the caller.
 *
 * @param headers what the answer carries besides, such as {@code Allow} or {@code Retry-After}
 */
record Failure(Problem problem, String detail, List<FieldError> errors, Map<String, String> headers) {

    Failure {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    static Failure of(Problem problem, String detail) {
        return new Failure(problem, detail, List.of(), Map.of());
    }

    static Failure of(ProblemException exception) {
        Failure failure = new Failure(exception.problem(), exception.detail(), exception.errors(), Map.of());
        return exception.problem() == CommonProblem.UNAVAILABLE ? failure.with("Retry-After", RETRY_AFTER) : failure;
    }

    static Failure at(Problem problem, String pointer, String detail) {
        return new Failure(problem, detail, List.of(new FieldError(pointer, detail)), Map.of());
    }

    /** Seconds: about what a broker or a database needs to come back. */
    private static final String RETRY_AFTER = "5";

    static Failure unavailable() {
        return of(CommonProblem.UNAVAILABLE, "A part this needs does not answer. Try again in a few seconds.")
                .with("Retry-After", RETRY_AFTER);
    }

    Failure with(String header, @Nullable String value) {
        return value == null ? this : new Failure(problem, detail, errors, Map.of(header, value));
    }

    byte[] body(String instance, @Nullable String correlationId) {
        return ProblemJson.of(problem, detail, instance, correlationId, errors);
    }
}
