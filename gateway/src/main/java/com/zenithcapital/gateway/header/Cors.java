package com.zenithcapital.gateway.header;

import static com.zenithcapital.platform.problem.CommonProblem.FORBIDDEN;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD;
import static io.vertx.core.http.HttpHeaders.ORIGIN;
import static io.vertx.core.http.HttpHeaders.VARY;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets the pages of other sites read answers, those sites that are configured. A browser's question is answered here and
 * reaches no service; an answer for which a service has said itself who may read it is left as it is.
 */
@Singleton
public final class Cors {

    private static final String ANY = "*";

    private final Set<String> origins;
    private final boolean any;
    private final boolean credentials;
    private final String exposed;
    private final Map<String, String> permissions;

    Cors(CorsConfig config) {
        origins = Set.copyOf(config.origins().orElse(List.of()));
        any = origins.contains(ANY);
        credentials = config.credentials();
        if (any && credentials) {
            throw refused(
                    "credentials", "true goes with no origin of *: any site's page would act as who is signed in");
        }
        if (any && origins.size() > 1) {
            throw refused("origins", "* stands for all and therefore alone");
        }
        origins.stream().filter(origin -> !any).forEach(Cors::requireOrigin);
        exposed = list("exposed-headers", config.exposedHeaders());
        permissions = Map.of(
                "Access-Control-Allow-Methods",
                list("methods", config.methods()),
                "Access-Control-Allow-Headers",
                list("headers", config.headers()),
                "Access-Control-Max-Age",
                Long.toString(config.maxAge().toSeconds()));
    }

    /** Whether this is a browser that asks what a page may do (a preflight), and such questions are answered at all. */
    public boolean asks(HttpServerRequest request) {
        return HttpMethod.OPTIONS.equals(request.method())
                && !origins.isEmpty()
                && request.headers().contains(ORIGIN)
                && request.headers().contains(ACCESS_CONTROL_REQUEST_METHOD);
    }

    /**
     * The method that a browser asks about.
     *
     * @throws com.zenithcapital.platform.problem.ProblemException {@code invalid-request} where that is no method
     */
    public HttpMethod askedFor(HttpServerRequest request) {
        try {
            return HttpMethod.valueOf(request.getHeader(ACCESS_CONTROL_REQUEST_METHOD));
        } catch (IllegalArgumentException e) {
            throw INVALID_REQUEST
                    .because("Access-Control-Request-Method is no method.")
                    .causedBy(e);
        }
    }

    /**
     * What a browser that asks is told, besides whom it is told to.
     *
     * @throws com.zenithcapital.platform.problem.ProblemException {@code forbidden} for another site's
     */
    public Map<String, String> permissions(HttpServerRequest request) {
        if (!isAllowed(request.getHeader(ORIGIN))) {
            throw FORBIDDEN.because("This origin is none of those whose pages may call this.");
        }
        return permissions;
    }

    /** Writes into an answer who may read it. */
    void open(HttpServerRequest request, MultiMap answer) {
        if (origins.isEmpty() || answer.contains(ACCESS_CONTROL_ALLOW_ORIGIN)) {
            return;
        }
        if (!any) {
            varyByOrigin(answer);
        }
        @Nullable String origin = request.getHeader(ORIGIN);
        if (origin == null || !isAllowed(origin)) {
            return;
        }
        answer.set(ACCESS_CONTROL_ALLOW_ORIGIN, any ? ANY : origin);
        if (credentials) {
            answer.set(ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        if (!exposed.isEmpty()) {
            answer.set(ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
        }
    }

    private boolean isAllowed(@Nullable String origin) {
        return origin != null && (any || origins.contains(origin));
    }

    /** Whoever keeps the answer must not give it to another origin. */
    private static void varyByOrigin(MultiMap answer) {
        for (String value : answer.getAll(VARY)) {
            if (value.equals(ANY) || value.toLowerCase(Locale.ROOT).contains("origin")) {
                return;
            }
        }
        answer.add(VARY, "Origin");
    }

    private static void requireOrigin(String origin) {
        try {
            URI uri = URI.create(origin);
            String scheme = String.valueOf(uri.getScheme());
            boolean web = scheme.equals("http") || scheme.equals("https");
            boolean plain = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && origin.equals(scheme + "://" + uri.getRawAuthority())
                    && origin.equals(origin.toLowerCase(Locale.ROOT));
            boolean ownPort = uri.getPort() == (scheme.equals("http") ? 80 : 443);
            if (web && plain && !ownPort) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw refused("origins", "an origin such as https://www.example.com is needed, not " + origin, e);
        }
        throw refused("origins", "an origin such as https://www.example.com is needed, not " + origin);
    }

    /** Named one by one: a wildcard would not cover Authorization, and would cover what nobody has thought of. */
    private static String list(String property, List<String> names) {
        for (String name : names) {
            if (!name.chars().allMatch(Cors::isOfToken)) {
                throw refused(property, "a name is needed, not " + name);
            }
        }
        return String.join(", ", names);
    }

    private static boolean isOfToken(int c) {
        return c == '-' || c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    private static IllegalStateException refused(String property, String why) {
        return new IllegalStateException("zenith.gateway.cors.%s: %s".formatted(property, why));
    }

    private static IllegalStateException refused(String property, String why, Exception cause) {
        return new IllegalStateException("zenith.gateway.cors.%s: %s".formatted(property, why), cause);
    }
}
