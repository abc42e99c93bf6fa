package com.zenithcapital.gateway.session;

import static io.vertx.core.http.HttpHeaders.ORIGIN;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Which page a request comes from, as the browser says in headers that no page can set. */
@Singleton
final class Origins {

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String SAME_ORIGIN = "same-origin";

    private final Set<String> own;

    Origins(SessionConfig config) {
        config.origins().forEach(Origins::requireOrigin);
        own = Set.copyOf(config.origins());
    }

    private static void requireOrigin(String origin) {
        URI uri = URI.create(origin);
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || !origin.equals(uri.getScheme() + "://" + uri.getRawAuthority())) {
            throw new IllegalArgumentException(
                    "zenith.gateway.session.origins: an origin is http(s)://host[:port] and no more: " + origin);
        }
    }

    /** Whether a page of this site sent it. Old browsers send one of the two headers; a request with neither is nobody's. */
    boolean isOwn(HttpServerRequest request) {
        List<String> origin = request.headers().getAll(ORIGIN);
        List<String> site = request.headers().getAll(FETCH_SITE);
        if (origin.isEmpty() && site.isEmpty()) {
            return false;
        }
        boolean originFits = origin.isEmpty() || (origin.size() == 1 && own.contains(origin.getFirst()));
        boolean siteFits =
                site.isEmpty() || (site.size() == 1 && site.getFirst().equals(SAME_ORIGIN));
        return originFits && siteFits;
    }
}
