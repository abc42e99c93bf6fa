package com.zenithcapital.gateway.identity;

import com.zenithcapital.platform.problem.ProblemException;
import java.util.Map;

/** Whether a caller passes. */
public sealed interface Admission {

    /** It passes; a token that was sent is good. */
    record Admitted() implements Admission {}

    /** It does not, and this is what it is told. */
    record Refused(ProblemException problem, Map<String, String> headers) implements Admission {

        public Refused {
            headers = Map.copyOf(headers);
        }
    }
}
