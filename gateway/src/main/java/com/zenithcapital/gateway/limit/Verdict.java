package com.zenithcapital.gateway.limit;

import com.zenithcapital.platform.problem.ProblemException;
import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** Whether a request is within its caller's budgets. */
public sealed interface Verdict {

    /** Puts into an answer's headers what is left of them. */
    void tell(MultiMap headers);

    /**
     * It is, or its budget is only counted.
     *
     * @param bytes hears of the body's bytes as they pass
     */
    record Passed(RateLimitFields fields, LongConsumer bytes) implements Verdict {

        @Override
        public void tell(MultiMap headers) {
            fields.putInto(headers);
        }
    }

    /** It is not, and this is what the caller is told. */
    record Refused(RateLimitFields fields, ProblemException problem, Map<String, String> headers) implements Verdict {

        public Refused {
            headers = Map.copyOf(headers);
        }

        @Override
        public void tell(MultiMap headers) {
            fields.putInto(headers);
        }
    }
}
