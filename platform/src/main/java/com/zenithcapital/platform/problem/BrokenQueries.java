package com.zenithcapital.platform.problem;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a query with a percent sign that begins no encoded byte (RFC 3986, section 2.1), such as {@code ?q=50%}, before
 * anything tries to decode it: REST answers that without a word, and a filter that asks for parameters breaks.
 */
@Singleton
class BrokenQueries {

    /** After the correlation id, which the refusal tells, and before everything that looks at parameters. */
    private static final int EARLY = 9_000;

    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    void register(@Observes Filters filters) {
        filters.register(BrokenQueries::check, EARLY);
    }

    private static void check(RoutingContext request) {
        @Nullable String query = request.request().query();
        if (query != null && query.indexOf('%') >= 0 && BROKEN.matcher(query).find()) {
            ProblemAnswer.send(
                    request, INVALID_REQUEST, "The query cannot be decoded: a % begins two hexadecimal digits.");
        } else {
            request.next();
        }
    }
}
