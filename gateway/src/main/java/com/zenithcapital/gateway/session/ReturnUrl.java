package com.zenithcapital.gateway.session;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.gateway.target.RequestTarget;
import com.zenithcapital.platform.problem.ProblemException;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;

/**
 * Where a browser goes when it is signed in: a page of this site and no other, or the sign-in would be an open redirect
 * (RFC 9700, section 4.11). It is held to the same rules as a request's own path, so what browsers read in two ways, such as
 * {@code //evil} and {@code /\evil}, is refused and not repaired.
 *
 * @param text path and query
 */
record ReturnUrl(String text) {

    static final String PARAMETER = "returnTo";

    private static final ReturnUrl HOME = new ReturnUrl("/");
    private static final int LONGEST = 1024;

    /**
     * Reads it from the query of a request's URI; the site's first page where there is none.
     *
     * @throws ProblemException {@code invalid-request} where it is not a path of this site
     */
    static ReturnUrl of(String uri) {
        List<String> named;
        try {
            named = new QueryStringDecoder(uri).parameters().getOrDefault(PARAMETER, List.of());
        } catch (IllegalArgumentException e) {
            throw INVALID_REQUEST
                    .because("The query is not percent-encoded UTF-8.")
                    .causedBy(e);
        }
        if (named.isEmpty()) {
            return HOME;
        }
        return named.size() == 1 ? checked(named.getFirst()) : refuse();
    }

    private static ReturnUrl checked(String given) {
        if (!given.startsWith("/") || given.length() > LONGEST) {
            return refuse();
        }
        try {
            RequestTarget.parse(given);
        } catch (ProblemException e) {
            return refuse();
        }
        // The path is checked by now. In a query a browser still turns a backslash into nothing else, but no reader
        // needs one.
        return given.indexOf('\\') < 0 ? new ReturnUrl(given) : refuse();
    }

    private static ReturnUrl refuse() {
        throw INVALID_REQUEST.because("%s must be a path on this site, such as /insights, of at most %d characters."
                .formatted(PARAMETER, LONGEST));
    }
}
