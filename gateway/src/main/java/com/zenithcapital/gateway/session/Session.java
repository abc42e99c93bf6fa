package com.zenithcapital.gateway.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signed in, in one browser: what the verified ID token says.
 *
 * @param id the same for as long as the session lives, through every refresh
 * @param subject the user's {@code sub}
 * @param name for showing
 * @param roles as the access token says
 * @param signedInAt when the identity provider last asked for a password
 * @param accessToken what services are shown in the session's place
 * @param idToken names the session to the identity provider
 * @param refreshToken the same, where the provider gave one
 */
record Session(
        String id,
        String subject,
        String name,
        Set<String> roles,
        Instant signedInAt,
        String accessToken,
        String idToken,
        @Nullable String refreshToken) {

    private static final String KEY = Session.class.getName();

    Session {
        roles = Set.copyOf(roles);
    }

    /** Of the tokens that quarkus-oidc has verified: those of a request's cookie, or what it has refreshed them to. */
    static Session of(SecurityIdentity identity) {
        String idToken = ((JsonWebToken) identity.getPrincipal()).getRawToken();
        // By this type: asked for any token, it gives one of the three.
        AccessTokenCredential access = Objects.requireNonNull(identity.getCredential(AccessTokenCredential.class));
        JsonObject claims = Jwt.claims(idToken);
        String subject = claims.getString("sub");
        return new Session(
                id(claims),
                subject,
                name(claims, subject),
                identity.getRoles(),
                Instant.ofEpochSecond(claims.getLong("auth_time")),
                access.getToken(),
                idToken,
                access.getRefreshToken() == null
                        ? null
                        : access.getRefreshToken().getToken());
    }

    /** The id of the session that has just begun with this request. */
    static String idIn(RoutingContext context) {
        AuthorizationCodeTokens tokens = Objects.requireNonNull(context.get(AuthorizationCodeTokens.class.getName()));
        return id(Jwt.claims(tokens.getIdToken()));
    }

    /** Not every provider names its sessions; a password that was asked for at one moment does it as well. */
    private static String id(JsonObject claims) {
        String subject = claims.getString("sub");
        Long signedInAt = claims.getLong("auth_time");
        if (subject == null || signedInAt == null) {
            // OpenID Connect Core 1.0, section 2: auth_time is required where max_age was asked for, and we always ask.
            throw new IllegalStateException("The identity provider's ID tokens have no sub, or no auth_time");
        }
        String sid = claims.getString("sid");
        return sid != null ? sid : subject + "@" + signedInAt;
    }

    private static String name(JsonObject claims, String subject) {
        String name = claims.getString("name");
        if (name == null || name.isBlank()) {
            name = claims.getString("preferred_username");
        }
        return name == null || name.isBlank() ? subject : name;
    }

    /** From here on this request is this session's. */
    void belongTo(RoutingContext context) {
        context.put(KEY, this);
    }

    static @Nullable Session in(RoutingContext context) {
        return context.get(KEY);
    }

    @Override
    public String toString() {
        return "Session[%s]".formatted(id);
    }
}
