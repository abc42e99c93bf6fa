package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;

/** What the identity provider's administrator does. */
record KeycloakDesk(URI keycloak, String administratorPassword) {

    private static final String LIFESPAN = "access.token.lifespan";
    private static final String CLIENTS = "/admin/realms/zenith/clients";
    private static final String USERS = "/admin/realms/zenith/users";

    /** Does something while a client's tokens live for so long only. */
    void whileTokensLive(String clientId, int seconds, Runnable work) {
        Api administrator = administrator();
        JsonNode client = administrator
                .get(CLIENTS + "?clientId=" + clientId)
                .expect(200)
                .json()
                .get(0);
        setLifespan(administrator, client, Integer.toString(seconds));
        try {
            work.run();
        } finally {
            setLifespan(administrator(), client, "");
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

    /** Ends every session of a user, and lets the clients know. */
    void signOut(String user) {
        Api administrator = administrator();
        String id = administrator
                .get(USERS + "?exact=true&username=" + user)
                .expect(200)
                .json()
                .get(0)
                .path("id")
                .asText();
        administrator.post(USERS + "/" + id + "/logout").expect(204);
    }

    private Api administrator() {
        String form = "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                .formatted("admin", URLEncoder.encode(administratorPassword, UTF_8));
        String token = Api.at(keycloak)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/realms/master/protocol/openid-connect/token", BodyPublishers.ofString(form))
                .expect(200)
                .json()
                .path("access_token")
                .asText();
        return Api.at(keycloak).as(token);
    }

    @Override
    public String toString() {
        return "KeycloakDesk[%s]".formatted(keycloak);
    }
}
