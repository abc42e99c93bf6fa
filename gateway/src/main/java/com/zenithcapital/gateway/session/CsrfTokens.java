package com.zenithcapital.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token by which a page shows that it can read this site's answers: an HMAC of the session's id. The same for as long
 * as the session lives, refreshed or not, so that pages in several tabs do not invalidate each other's; nothing is stored.
 */
@Singleton
final class CsrfTokens {

    static final String HEADER = "X-CSRF-Token";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;

    private final SecretKeySpec key;

    CsrfTokens(SessionConfig config) {
        if (config.secret().length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "zenith.gateway.session.secret must have at least %d characters".formatted(SHORTEST_SECRET));
        }
        // A key of its own: the secret itself encrypts cookies.
        byte[] derived = hmac(new SecretKeySpec(config.secret().getBytes(UTF_8), ALGORITHM), "zenith csrf 1");
        key = new SecretKeySpec(derived, ALGORITHM);
    }

    String of(Session session) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, session.id()));
    }

    /** Whether what was sent, exactly once, is this session's token. */
    boolean fits(List<String> sent, Session session) {
        return sent.size() == 1
                && MessageDigest.isEqual(
                        sent.getFirst().getBytes(UTF_8), of(session).getBytes(UTF_8));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
