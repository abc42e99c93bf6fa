package com.zenithcapital.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider in place of Keycloak: discovery and keys over real HTTP, so that the service verifies tokens as
 * it does in production. {@link Tokens} makes them. With the argument {@code away} set to {@code true} nobody answers
 * at its address.
 */
public final class TokenResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable HttpServer server;
    private boolean away;

    @Override
    public void init(Map<String, String> arguments) {
        away = Boolean.parseBoolean(arguments.get("away"));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String issuer = "http://127.0.0.1:%d/realms/zenith"
                .formatted(server.getAddress().getPort());
        SigningKey key = SigningKey.generate();
        serve(server, "/realms/zenith/.well-known/openid-configuration", """
                {"issuer":"%1$s","jwks_uri":"%1$s/certs","authorization_endpoint":"%1$s/auth",
                 "token_endpoint":"%1$s/token","id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer));
        serve(server, "/realms/zenith/certs", key.toJwks());
        server.start();
        if (away) {
            server.stop(0);
        }
        Tokens.issuedBy(issuer, key);
        return Map.of("quarkus.oidc.auth-server-url", issuer);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void serve(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            try (exchange) {
                byte[] body = json.getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }
}
