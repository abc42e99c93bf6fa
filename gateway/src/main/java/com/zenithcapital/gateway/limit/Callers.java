package com.zenithcapital.gateway.limit;

import com.zenithcapital.platform.address.TrustedProxies;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Whom a request is counted for. */
@Singleton
final class Callers {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final TrustedProxies trusted;

    Callers(@ConfigProperty(name = "zenith.gateway.trusted-proxies") Optional<List<String>> trustedProxies) {
        this.trusted = TrustedProxies.of(trustedProxies.orElse(List.of()));
    }

    /**
     * The user, else the address: the connection's other end, or whom a trusted proxy names.
     *
     * @param subject the signed-in user's id
     */
    Caller of(HttpServerRequest request, @Nullable String subject) {
        if (subject != null) {
            return new Caller.User(subject);
        }
        return of(
                request.connection().remoteAddress().hostAddress(),
                request.headers().getAll(FORWARDED_FOR));
    }

    Caller of(String peer, List<String> forwardedFor) {
        InetAddress address = InetAddress.ofLiteral(peer);
        return Caller.at(forwardedFor.isEmpty() ? address : trusted.clientOf(address, forwardedFor));
    }
}
