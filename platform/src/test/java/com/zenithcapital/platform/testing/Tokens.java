package com.zenithcapital.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bearer tokens of {@link TokenResource}, shaped as Keycloak's: the good one, and those that must be refused. */
public final class Tokens {

    public static final String AUDIENCE = "zenith-api";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ISSUER = "tokens.issuer";
    private static final String KEY = "tokens.key";

    private Tokens() {}

    static void issuedBy(String issuer, SigningKey key) {
        TestRun.note(ISSUER, issuer);
        TestRun.note(KEY, key.export());
    }

    /** A valid token; the user's id is {@link #idOf}, the mail {@code <user>@zenith.example}. */
    public static String of(String user, String... roles) {
        return forUser(user, roles).sign();
    }

    public static String expired(String user, String... roles) {
        return forUser(user, roles)
                .expiringAt(Instant.now().minus(Duration.ofMinutes(5)))
                .sign();
    }

    public static String forAudience(String audience, String user, String... roles) {
        return forUser(user, roles).forAudience(audience).sign();
    }

    public static String fromIssuer(String issuer, String user, String... roles) {
        return forUser(user, roles).fromIssuer(issuer).sign();
    }

    /** A token that says something else, or more, as an ID token does. */
    public static String withClaims(Map<String, ?> claims, String user, String... roles) {
        Draft draft = forUser(user, roles);
        for (Map.Entry<String, ?> claim : claims.entrySet()) {
            draft = draft.with(claim.getKey(), claim.getValue());
        }
        return draft.sign();
    }

    /** {@code alg: none}: what a verifier must never take. */
    public static String unsigned(String user, String... roles) {
        return forUser(user, roles).withoutSignature();
    }

    public static String signedByAnotherKey(String user, String... roles) {
        return forUser(user, roles).signWith(SigningKey.generate());
    }

    public static String withoutMail(String user, String... roles) {
        return forUser(user, roles).without("email").sign();
    }

    /** A token that names nobody: what a provider gives without its scope for the subject. */
    public static String withoutSubject(String user, String... roles) {
        return forUser(user, roles).without("sub").sign();
    }

    /** The {@code sub} of a user's tokens: the same each time. */
    public static String idOf(String user) {
        return UUID.nameUUIDFromBytes(user.getBytes(UTF_8)).toString();
    }

    private static Draft forUser(String user, String... roles) {
        Instant now = Instant.now();
        return new Draft(Map.ofEntries(
                Map.entry("iss", known(ISSUER)),
                Map.entry("aud", AUDIENCE),
                Map.entry("typ", "Bearer"),
                Map.entry("jti", UUID.randomUUID().toString()),
                Map.entry("sub", idOf(user)),
                Map.entry("preferred_username", user),
                Map.entry("name", Character.toUpperCase(user.charAt(0)) + user.substring(1) + " Example"),
                Map.entry("email", user + "@zenith.example"),
                Map.entry("realm_access", Map.of("roles", List.of(roles))),
                Map.entry("iat", now.getEpochSecond()),
                Map.entry("exp", now.plus(LIFE).getEpochSecond())));
    }

    static Map<String, Object> claimsOf(String user, String... roles) {
        return forUser(user, roles).claims();
    }

    static SigningKey key() {
        return SigningKey.of(known(KEY));
    }

    private static String known(String key) {
        return TestRun.recall(key).orElseThrow(() -> new IllegalStateException("This test has no TokenResource"));
    }

    /** The claims of a token that is not signed yet. */
    private record Draft(Map<String, Object> claims) {

        Draft expiringAt(Instant time) {
            return with("exp", time.getEpochSecond());
        }

        Draft forAudience(String audience) {
            return with("aud", audience);
        }

        Draft fromIssuer(String issuer) {
            return with("iss", issuer);
        }

        Draft with(String claim, Object value) {
            Map<String, Object> changed = new HashMap<>(claims);
            changed.put(claim, value);
            return new Draft(changed);
        }

        Draft without(String claim) {
            Map<String, Object> changed = new HashMap<>(claims);
            changed.remove(claim);
            return new Draft(changed);
        }

        String sign() {
            return signWith(key());
        }

        String signWith(SigningKey key) {
            String text = encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", key.id())) + "." + encoded(claims);
            return text + "." + key.sign(text);
        }

        String withoutSignature() {
            return encoded(Map.of("alg", "none", "typ", "JWT")) + "." + encoded(claims) + ".";
        }

        private static String encoded(Map<String, ?> part) {
            try {
                return URL.encodeToString(JSON.writeValueAsBytes(part));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
