package com.zenithcapital.platform.problem;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with an entry of the error catalogue. Made by {@link Problem#because} and {@link Problem#at}. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final String detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;
    private final transient Map<String, String> members;

    ProblemException(Problem problem, String detail, List<FieldError> errors, @Nullable Throwable cause) {
        this(problem, detail, errors, Map.of(), Map.of(), cause);
    }

    private ProblemException(
            Problem problem,
            String detail,
            List<FieldError> errors,
            Map<String, String> headers,
            Map<String, String> members,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.problem = requireNonNull(problem, "problem is null");
        this.detail = requireNonNull(detail, "detail is null");
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
        this.members = Map.copyOf(members);
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** What the answer carries besides, {@code Retry-After} for instance. */
    public Map<String, String> headers() {
        return headers;
    }

    /** What the body tells besides, by name, as JSON (extension members, RFC 9457, section 3.2). */
    public Map<String, String> members() {
        return members;
    }

    /** The same, with members that its body has besides; each value is JSON. */
    public ProblemException telling(Map<String, String> more) {
        return new ProblemException(problem, detail, errors, headers, more, getCause());
    }

    /** The same, with headers that its answer carries. */
    public ProblemException carrying(Map<String, String> more) {
        return new ProblemException(problem, detail, errors, more, members, getCause());
    }

    /** The same, with each place of the input that is wrong. */
    public ProblemException with(List<FieldError> places) {
        return new ProblemException(problem, detail, places, headers, members, getCause());
    }

    /** The same, with what led to it: for the log, never told to the caller. */
    public ProblemException causedBy(Throwable cause) {
        return new ProblemException(problem, detail, errors, headers, members, cause);
    }
}
