package com.zenithcapital.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The identity provider, for what quarkus-oidc does not ask of it. */
@Singleton
class OpenIdProvider {

    static final Map<String, String> RETRY = Map.of("Retry-After", "5");

    /** Whoever signs in or out waits for it. */
    private static final long PATIENCE_MILLIS = 2_000;

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final TenantConfigBean tenants;
    private final SessionConfig config;
    private final HttpClient client;

    OpenIdProvider(Vertx vertx, TenantConfigBean tenants, SessionConfig config) {
        this.tenants = tenants;
        this.config = config;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) PATIENCE_MILLIS).setKeepAlive(false));
    }

    /**
     * Fails unless it answers: nobody is sent to a page that is not there. It may be gone a moment later; then the browser
     * says so.
     */
    Future<?> reach() {
        String server = tenant().oidcConfig().authServerUrl().orElseThrow();
        return send(HttpMethod.GET, server + DISCOVERY, null).compose(status -> expect(status < 500, status));
    }

    /** Ends the session there, as well as here (OpenID Connect RP-Initiated Logout 1.0), without a detour of the browser's. */
    Future<?> end(Session session) {
        return ready().compose(provider -> {
            @Nullable String endpoint = provider.getMetadata().getEndSessionUri();
            if (endpoint == null) {
                return Future.failedFuture(new OIDCException("The identity provider has no end_session_endpoint"));
            }
            Map<String, String> form = new LinkedHashMap<>();
            form.put("client_id", config.clientId());
            form.put("client_secret", config.clientSecret());
            form.put("id_token_hint", session.idToken());
            if (session.refreshToken() != null) {
                // Not in the standard: by this one Keycloak ends the session without asking anybody.
                form.put("refresh_token", session.refreshToken());
            }
            return send(HttpMethod.POST, endpoint, form(form)).compose(status -> expect(status < 400, status));
        });
    }

    /** What can verify tokens; fails while the provider has not been there since the gateway started. */
    Future<OidcProvider> ready() {
        Promise<OidcProvider> promise = Promise.promise();
        Uni<TenantConfigContext> context = tenant().initialize();
        context.subscribe()
                .with(
                        tenant -> {
                            if (tenant.ready()) {
                                promise.complete(tenant.provider());
                            } else {
                                promise.fail(new OIDCException("The identity provider is not known yet"));
                            }
                        },
                        promise::fail);
        return promise.future();
    }

    /**
     * Whether a token could not be checked, or got, since the provider was not there, rather than was found wrong. What the
     * provider itself refuses comes as an {@link OIDCException} too.
     */
    boolean isAway(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException) {
                // An IOException by descent only.
                return false;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof VertxException) {
                return true;
            }
            if (cause instanceof OIDCException && !tenant().ready()) {
                return true;
            }
        }
        return false;
    }

    private TenantConfigContext tenant() {
        return Objects.requireNonNull(tenants.getStaticTenant(Tenants.SESSION));
    }

    private Future<Integer> send(HttpMethod method, String uri, @Nullable Buffer form) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(uri)
                .setTimeout(PATIENCE_MILLIS)
                .putHeader(HttpHeaders.ACCEPT, "application/json");
        return client.request(options)
                .compose(request ->
                        sent(request, form).compose(answer -> answer.end().map(_ -> answer.statusCode())));
    }

    private static Future<io.vertx.core.http.HttpClientResponse> sent(
            HttpClientRequest request, @Nullable Buffer form) {
        return form == null
                ? request.send()
                : request.putHeader(HttpHeaders.CONTENT_TYPE, HttpHeaders.APPLICATION_X_WWW_FORM_URLENCODED)
                        .send(form);
    }

    private static Future<Integer> expect(boolean fits, int status) {
        return fits
                ? Future.succeededFuture(status)
                : Future.failedFuture(new IOException("The identity provider answered " + status));
    }

    private static Buffer form(Map<String, String> fields) {
        return Buffer.buffer(fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&")));
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
