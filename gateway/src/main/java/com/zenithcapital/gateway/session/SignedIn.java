package com.zenithcapital.gateway.session;

import static io.vertx.core.http.HttpHeaders.AUTHORIZATION;

import com.zenithcapital.gateway.record.RequestRecord;
import com.zenithcapital.platform.identity.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/session}: tells a page who is looking at it. */
@Singleton
final class SignedIn {

    /** Those that a page can do something with; a provider has others of its own. */
    private static final List<String> ROLES = List.of(Roles.READER, Roles.ANALYST, Roles.EDITOR, Roles.ADMIN);

    private final CsrfTokens tokens;
    private final Answers answers;

    SignedIn(CsrfTokens tokens, Answers answers) {
        this.tokens = tokens;
        this.answers = answers;
    }

    Future<?> answer(RoutingContext context, RequestRecord record) {
        answers.json(context, record, told(context));
        return Future.succeededFuture();
    }

    private JsonObject told(RoutingContext context) {
        @Nullable Session session = Session.in(context);
        if (session != null) {
            return user(session.subject(), session.name(), session.roles()).put("csrfToken", tokens.of(session));
        }
        // A caller with a token of its own needs no proof of where it comes from. Without one, the user that Quarkus
        // knows is
        // that of a session which did not pass.
        if (context.request().headers().contains(AUTHORIZATION)
                && context.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
            return bearer(user.getSecurityIdentity(), token);
        }
        return new JsonObject().put("authenticated", false).put("roles", new JsonArray());
    }

    private static JsonObject bearer(SecurityIdentity identity, JsonWebToken token) {
        @Nullable String name = token.getClaim("name");
        return user(token.getSubject(), name == null ? token.getName() : name, identity.getRoles());
    }

    private static JsonObject user(String id, String name, Collection<String> roles) {
        return new JsonObject()
                .put("authenticated", true)
                .put("user", new JsonObject().put("id", id).put("name", name))
                .put(
                        "roles",
                        new JsonArray(ROLES.stream().filter(roles::contains).toList()));
    }
}
