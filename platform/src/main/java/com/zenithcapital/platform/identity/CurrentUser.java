package com.zenithcapital.platform.identity;

import static com.zenithcapital.platform.problem.CommonProblem.UNAUTHENTICATED;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is asking, as the verified access token says. */
@RequestScoped
public class CurrentUser {

    private final SecurityIdentity identity;

    CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller's id; {@code unauthenticated} for an anonymous one, and for a token that names nobody. */
    public UserId id() {
        @Nullable String subject = token().getSubject();
        if (subject == null || subject.isBlank()) {
            throw UNAUTHENTICATED.because("The token names no user: it has no sub.");
        }
        return new UserId(subject);
    }

    /** The name to show: the full name, else the account's name, else the id. */
    public String name() {
        return claim("name").or(() -> claim("preferred_username")).orElseGet(() -> id().value());
    }

    /** Where mail reaches the caller, if the provider told. */
    public Optional<String> mail() {
        return claim("email");
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    private Optional<String> claim(String name) {
        @Nullable String value = token().getClaim(name);
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw UNAUTHENTICATED.because("This needs a signed-in user.");
    }
}
