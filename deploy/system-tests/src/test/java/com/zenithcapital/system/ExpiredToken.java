package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * A token that Keycloak itself signed and whose time is over: its command-line client is told, by the administrator's
 * interface, to hand out tokens that live for a second, and back.
 */
record ExpiredToken(URI keycloak, String administratorPassword) {

    private static final String LIFESPAN = "access.token.lifespan";
    private static final String CLIENTS = "/admin/realms/zenith/clients";

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
        Api administrator = Api.at(keycloak).as(administratorToken());
        JsonNode client = administrator
                .get(CLIENTS + "?clientId=zenith-cli")
                .expect(200)
                .json()
                .get(0);
        setLifespan(administrator, client, "1");
        try {
            return ShortLived.of(token.get());
        } finally {
            setLifespan(administrator, client, "");
        }
    }

    private static void setLifespan(Api administrator, JsonNode client, String seconds) {
        ObjectNode changed = client.deepCopy();
        changed.withObjectProperty("attributes").put(LIFESPAN, seconds);
        administrator
                .with("Content-Type", "application/json")
                .send("PUT", CLIENTS + "/" + client.path("id").asText(), BodyPublishers.ofString(changed.toString()))
                .expect(204);
    }

    private String administratorToken() {
        String form = "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                .formatted("admin", URLEncoder.encode(administratorPassword, UTF_8));
        return Api.at(keycloak)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/realms/master/protocol/openid-connect/token", BodyPublishers.ofString(form))
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    @Override
    public String toString() {
        return "ExpiredToken[%s]".formatted(keycloak);
    }
}
