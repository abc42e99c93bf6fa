package com.zenithcapital.gateway.proxy;

import static io.vertx.core.http.HttpHeaders.CONNECTION;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which headers go on to the other side. {@code X-Correlation-Id} needs no rule of its own: the platform's filter has put
 * the one that counts into the request, and puts it over whatever the service answers.
 */
final class ForwardedHeaders {

    /** Where the request came from, as this gateway sees it: one address. What the client wrote there is not passed on. */
    static final String CLIENT = "X-Forwarded-For";

    /** About one connection, not about the message (RFC 9110, section 7.6.1); and what announces a body, set anew. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final Set<String> NOT_TO_SERVICE = Set.of(
            // Set anew for the connection to the service.
            "content-length",
            "expect",
            "host",
            // The session is the gateway's business; a service sees tokens.
            "cookie",
            "x-csrf-token",
            // Who is calling, through whom, for which path: nobody outside says so.
            "cf-connecting-ip",
            "forwarded",
            "proxy",
            "remote-user",
            "true-client-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-host",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-original-host",
            "x-original-url",
            "x-real-ip",
            "x-remote-user",
            "x-rewrite-url",
            // Written by the gateway's own tracer.
            "baggage",
            "traceparent",
            "tracestate");

    private static final List<String> NOT_TO_SERVICE_PREFIXES = List.of("x-user-", "x-forwarded-", "x-auth-request-");

    private ForwardedHeaders() {}

    /** Copies what of a client's request the service may see. */
    static void toService(MultiMap received, MultiMap sent) {
        Set<String> nominated = nominated(received);
        for (Map.Entry<String, String> header : received) {
            String name = lower(header.getKey());
            if (!HOP_BY_HOP.contains(name) && !nominated.contains(name) && !isClaim(name)) {
                sent.add(header.getKey(), header.getValue());
            }
        }
    }

    /** Copies what of a service's answer the client may see. */
    static void toClient(MultiMap received, MultiMap sent) {
        Set<String> nominated = nominated(received);
        for (Map.Entry<String, String> header : received) {
            String name = lower(header.getKey());
            if (!HOP_BY_HOP.contains(name) && !nominated.contains(name)) {
                sent.add(header.getKey(), header.getValue());
            }
        }
    }

    private static boolean isClaim(String name) {
        // Frameworks exist that read X_User_Id as X-User-Id; nothing honest has an underscore there.
        String dashed = name.replace('_', '-');
        return NOT_TO_SERVICE.contains(dashed)
                || NOT_TO_SERVICE_PREFIXES.stream().anyMatch(dashed::startsWith);
    }

    /** The headers that the sender's {@code Connection} names as meant for the next hop only. */
    private static Set<String> nominated(MultiMap headers) {
        List<String> connection = headers.getAll(CONNECTION);
        if (connection.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        for (String value : connection) {
            Arrays.stream(value.split(","))
                    .map(String::trim)
                    .map(ForwardedHeaders::lower)
                    .forEach(names::add);
        }
        return names;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
