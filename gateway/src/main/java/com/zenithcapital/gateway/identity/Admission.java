package com.zenithcapital.gateway.identity;

import com.zenithcapital.platform.problem.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a caller passes. */
public sealed interface Admission {

    /**
     * It passes; a token that was sent is good.
     *
     * @param subject whose token it is; nothing where none was sent, and for one that names nobody
     */
    record Admitted(@Nullable String subject) implements Admission {}

    /** It does not, and this is what it is told. */
    record Refused(ProblemException problem, Map<String, String> headers) implements Admission {

        public Refused {
            headers = Map.copyOf(headers);
        }
    }
}
