package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;

import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.oidc.runtime.OidcUtils;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The cookie of a session, as quarkus-oidc writes it: what a browser has after a sign-in. The tokens in it are signed by the
 * provider that the gateway knows, so that they are verified as always.
 */
record SessionCookie(String accessToken, String value) {

    static final String NAME = "q_session_session";

    private static final String CLIENT = "zenith-gateway";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    /** Something must stand there, or the cookie has too few parts. */
    private static final String REFRESH_TOKEN = "not-refreshed";

    /** Of somebody who has just signed in. */
    static SessionCookie of(String user, String sid, String... roles) {
        return of(user, sid, Instant.now(), roles);
    }

    static SessionCookie of(String user, String sid, Instant signedInAt, String... roles) {
        return of(user, Map.of("sid", sid, "auth_time", signedInAt.getEpochSecond()), roles);
    }

    /** One that nobody has refreshed in time. */
    static SessionCookie expired(String user, String... roles) {
        long past = Instant.now().minus(Duration.ofHours(1)).getEpochSecond();
        return of(user, Map.of("sid", "expired", "auth_time", past, "iat", past, "exp", past + 60), roles);
    }

    private static SessionCookie of(String user, Map<String, ?> claims, String... roles) {
        Map<String, Object> ofIdToken = new HashMap<>(claims);
        ofIdToken.put("aud", CLIENT);
        ofIdToken.put("typ", "ID");
        String accessToken = Tokens.of(user, roles);
        String state = String.join("|", Tokens.withClaims(ofIdToken, user), accessToken, "900", "", REFRESH_TOKEN);
        try {
            return new SessionCookie(
                    accessToken, OidcUtils.encryptString(state, OidcUtils.createSecretKeyFromDigest(SECRET)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a browser with this session sends; it follows no redirect, since where that leads is looked at. */
    static RequestSpecification browser(SessionCookie session) {
        return given().redirects().follow(false).header("Cookie", session.header());
    }

    /** What a page of the site is told to prove itself with. */
    static String csrfToken(SessionCookie session) {
        return browser(session).when().get("/api/v1/session").then().extract().path("csrfToken");
    }

    /** As a browser sends it. */
    String header() {
        return NAME + "=" + value;
    }
}
