package com.zenithcapital.platform.problem;

import java.util.List;

/**
 * One entry of a service's error catalogue: a stable name for clients, the status it travels with and what it is
 * called. Each feature has one enum of them; what many share is in {@link CommonProblem}.
 */
public interface Problem {

    /** The stable end of the problem's type URI {@code urn:zenith:problem:<slug>}, such as {@code not-a-workbook}. */
    String slug();

    /** The HTTP status code. */
    int status();

    /** The problem's name for people; the same for each occurrence (RFC 9457, section 3.1.3). */
    String title();

    /** This problem, with what happened this time, told to the caller: no internals. */
    default ProblemException because(String detail) {
        return new ProblemException(this, detail, List.of(), null);
    }

    /**
     * This problem, at one place of the input.
     *
     * @param pointer see {@link FieldError#pointer()}
     */
    default ProblemException at(String pointer, String detail) {
        return new ProblemException(this, detail, List.of(new FieldError(pointer, detail)), null);
    }
}
