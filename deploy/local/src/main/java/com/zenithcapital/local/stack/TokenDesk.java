package com.zenithcapital.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Gets tokens by password (RFC 6749, 4.3), which the realm allows to its command-line client alone. */
final class TokenDesk {

    private static final String CLIENT = "zenith-cli";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String issuer;

    TokenDesk(String issuer) {
        this.issuer = issuer;
    }

    String tokenOf(String user) {
        String form = form(Map.of(
                "grant_type",
                "password",
                "client_id",
                CLIENT,
                "username",
                user,
                "password",
                Stack.PASSWORD,
                "scope",
                "openid"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        JsonNode answer = send(request, user);
        JsonNode token = answer.path("access_token");
        if (!token.isTextual()) {
            throw new StackFailure("Keycloak gives no token to " + user + ": "
                    + answer.path("error_description").asText(answer.toString()));
        }
        return token.asText();
    }

    private JsonNode send(HttpRequest request, String user) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new StackFailure(
                    "No token for " + user + ": Keycloak does not answer at " + issuer + " (is the stack up?)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while asking for a token", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
