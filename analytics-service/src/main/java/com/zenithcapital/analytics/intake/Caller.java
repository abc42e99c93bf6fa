package com.zenithcapital.analytics.intake;

import io.vertx.core.MultiMap;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request: all that is known of it, for as long as it is looked at and no longer.
 *
 * @param peer the other end of the connection
 * @param reader whom a verified token names, where identity may be taken
 */
record Caller(InetAddress peer, MultiMap headers, Optional<Reader> reader, String correlationId) {

    /** A signed-in client. */
    record Reader(String id, String name) {}

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** The signals of Global Privacy Control and of its predecessor. */
    boolean asksNotToBeFollowed() {
        return "1".equals(headers.get("Sec-GPC")) || "1".equals(headers.get("DNT"));
    }

    /** Another site's page can have a browser send what identifies its user: it is not looked at then. */
    static boolean mayBeIdentified(MultiMap headers) {
        @Nullable String site = headers.get("Sec-Fetch-Site");
        return site == null || site.equals("same-origin");
    }

    @Override
    public String toString() {
        return "Caller";
    }
}
