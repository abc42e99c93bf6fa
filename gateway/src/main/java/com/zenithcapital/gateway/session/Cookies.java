package com.zenithcapital.gateway.session;

import static io.vertx.core.http.HttpHeaders.COOKIE;

import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cookies that hold a session: quarkus-oidc cuts it in pieces where browsers would find it too long. */
final class Cookies {

    private Cookies() {}

    /** Whether a request comes with a session, alive or not. Asked of every request: one look, nothing is parsed. */
    static boolean hold(HttpServerRequest request) {
        @Nullable String cookies = request.getHeader(COOKIE);
        return cookies != null && cookies.contains(OidcUtils.SESSION_COOKIE_NAME);
    }

    /** Takes them from the browser. */
    static void clear(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        for (Cookie cookie : Set.copyOf(request.cookies())) {
            String name = cookie.getName();
            if (name.startsWith(OidcUtils.SESSION_COOKIE_NAME)) {
                // As they were set, or the browser takes it for another cookie.
                response.addCookie(Cookie.cookie(name, "")
                        .setPath("/")
                        .setMaxAge(0)
                        .setHttpOnly(true)
                        .setSecure(true)
                        .setSameSite(CookieSameSite.LAX));
            }
        }
    }
}
