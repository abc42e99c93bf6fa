package com.zenithcapital.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A token that Keycloak itself signed and whose time is over: its command-line client is told to hand out tokens that live
 * for a second, and back.
 */
record ExpiredToken(KeycloakDesk keycloak) {

    /** What the supplier gets while tokens are short-lived, and the moment from which it is no longer good. */
    record ShortLived(String token, Instant expiry) {

        private static final ObjectMapper JSON = new ObjectMapper();

        static ShortLived of(String token) {
            try {
                JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
                return new ShortLived(
                        token, Instant.ofEpochSecond(claims.path("exp").asLong()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    ShortLived obtain(Supplier<String> token) {
        AtomicReference<ShortLived> obtained = new AtomicReference<>();
        keycloak.whileTokensLive("zenith-cli", 1, () -> obtained.set(ShortLived.of(token.get())));
        return obtained.get();
    }
}
