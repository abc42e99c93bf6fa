package com.zenithcapital.gateway.session;

import static io.vertx.core.http.HttpHeaders.AUTHORIZATION;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Which of quarkus-oidc's two configurations a request is for. They are two since {@code token.audience} means the access
 * token for one, the ID token for the other; and neither is left to quarkus-oidc's guess, which takes the last segment of a
 * path for a name.
 */
@Singleton
final class Tenants implements TenantResolver {

    static final String SESSION = "session";

    @Override
    public String resolve(RoutingContext context) {
        return context.request().headers().contains(AUTHORIZATION) ? OidcUtils.DEFAULT_TENANT_ID : SESSION;
    }
}
