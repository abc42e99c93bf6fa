package com.zenithcapital.gateway.header;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import com.zenithcapital.gateway.proxy.ServiceConfig;
import com.zenithcapital.platform.address.TrustedProxies;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Completes the head of every answer, the gateway's own and a service's, just before it is sent. What a service has said
 * itself stays: it knows its page better. What tells of the software behind goes.
 */
@Singleton
public final class AnswerHeaders {

    private record Line(CharSequence name, CharSequence value) {

        static Line of(String name, String value) {
            return new Line(createOptimized(name), createOptimized(value));
        }
    }

    /** After the correlation id (10,000), before all that may answer. */
    private static final int FIRST = 9_000;

    /** Strict, since what is answered here is data: nothing in it runs, loads, or stands in a frame. */
    private static final List<Line> STANDING = List.of(
            Line.of("X-Content-Type-Options", "nosniff"),
            Line.of("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            Line.of("X-Frame-Options", "DENY"),
            Line.of("Referrer-Policy", "no-referrer"),
            Line.of(
                    "Permissions-Policy",
                    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(),"
                            + " microphone=(), midi=(), payment=(), serial=(), usb=()"),
            Line.of("Cross-Origin-Opener-Policy", "same-origin"));

    private static final CharSequence RESOURCE_POLICY = createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence SAME_ORIGIN = createOptimized("same-origin");
    private static final CharSequence CROSS_ORIGIN = createOptimized("cross-origin");
    private static final CharSequence STRICT_TRANSPORT = createOptimized("Strict-Transport-Security");
    private static final CharSequence FORWARDED_PROTO = createOptimized("X-Forwarded-Proto");
    private static final CharSequence ALLOW_ORIGIN = io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN;
    private static final CharSequence SERVER = io.vertx.core.http.HttpHeaders.SERVER;
    private static final CharSequence POWERED_BY = createOptimized("X-Powered-By");

    private final Cors cors;
    private final TrustedProxies trusted;
    private final @Nullable CharSequence strictTransport;

    AnswerHeaders(Cors cors, HstsConfig hsts, ServiceConfig services) {
        this.cors = cors;
        this.trusted = TrustedProxies.of(services.trustedProxies().orElse(List.of()));
        this.strictTransport = strictTransport(hsts);
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    attend(context);
                    context.next();
                },
                FIRST);
    }

    /** Sees to it that this request's answer is complete; for one that came past the filters. */
    public void attend(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.addHeadersEndHandler(_ -> complete(request, request.response().headers()));
    }

    private void complete(HttpServerRequest request, MultiMap answer) {
        answer.remove(SERVER).remove(POWERED_BY);
        for (int i = 0; i < STANDING.size(); i++) {
            Line line = STANDING.get(i);
            if (!answer.contains(line.name())) {
                answer.add(line.name(), line.value());
            }
        }
        cors.open(request, answer);
        if (!answer.contains(RESOURCE_POLICY)) {
            // Whom it may be read by, it may be sent to without being read as well: an event's answer to a beacon.
            answer.add(RESOURCE_POLICY, answer.contains(ALLOW_ORIGIN) ? CROSS_ORIGIN : SAME_ORIGIN);
        }
        if (strictTransport != null && isEncrypted(request)) {
            answer.set(STRICT_TRANSPORT, strictTransport);
        }
    }

    /** By this connection, or by the one that a proxy of ours ended. */
    private boolean isEncrypted(HttpServerRequest request) {
        return request.isSSL()
                || ("https".equals(request.getHeader(FORWARDED_PROTO))
                        && trusted.isTrusted(InetAddress.ofLiteral(
                                request.connection().remoteAddress().hostAddress())));
    }

    private static @Nullable CharSequence strictTransport(HstsConfig config) {
        Duration maxAge = config.maxAge();
        if (maxAge.isNegative()) {
            throw new IllegalStateException("zenith.gateway.hsts.max-age is negative: " + maxAge);
        }
        return maxAge.isZero()
                ? null
                : createOptimized("max-age=" + maxAge.toSeconds() + (config.subDomains() ? "; includeSubDomains" : ""));
    }
}
