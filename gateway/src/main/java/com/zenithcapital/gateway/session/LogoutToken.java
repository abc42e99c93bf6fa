package com.zenithcapital.gateway.session;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider's word that a session has ended (OpenID Connect Back-Channel Logout 1.0, section 2.4).
 *
 * @param sid the session, or nothing where all of the subject's are meant
 * @param subject the user, or nothing where the session is named
 */
record LogoutToken(@Nullable String sid, @Nullable String subject) {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    LogoutToken {
        if (sid == null && subject == null) {
            throw new IllegalArgumentException("It names neither a session nor a user");
        }
    }

    /**
     * Of a token whose signature, issuer, audience and expiry are verified.
     *
     * @throws RuntimeException where it is something else than a logout token: an ID token has the same signature
     */
    static LogoutToken of(String verified) {
        JsonObject claims = Jwt.claims(verified);
        JsonObject events = claims.getJsonObject("events");
        if (events == null || !events.containsKey(EVENT)) {
            throw new IllegalArgumentException("It is not about a logout");
        }
        if (claims.containsKey("nonce")) {
            throw new IllegalArgumentException("It has a nonce, which only an ID token has");
        }
        return new LogoutToken(claims.getString("sid"), claims.getString("sub"));
    }
}
