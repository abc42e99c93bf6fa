package com.zenithcapital.content.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A read, from before its query on: who reads, in which encoding, and how the cache stood. */
public final class Visit {

    private static final String COMPRESSED = " gzip";

    private final HttpServerRequest request;
    private final Changes.Stamp stamp;
    private final boolean anonymous;
    private final boolean gzip;

    Visit(HttpServerRequest request, Changes.Stamp stamp) {
        this.request = request;
        this.stamp = stamp;
        this.anonymous = isAnonymous(request.headers());
        this.gzip = AcceptedEncoding.isGzip(request.getHeader("Accept-Encoding"));
    }

    /** Whether nothing in the request tells who asks: only then is the answer everybody's. */
    static boolean isAnonymous(MultiMap headers) {
        return !headers.contains("Authorization") && !headers.contains("Cookie");
    }

    /** The address and the encoding; the order of the query's parameters does not count. */
    static String key(HttpServerRequest request) {
        String address = address(request);
        return AcceptedEncoding.isGzip(request.getHeader("Accept-Encoding")) ? address + COMPRESSED : address;
    }

    private static String address(HttpServerRequest request) {
        @Nullable String query = request.query();
        if (query == null || query.indexOf('&') < 0) {
            return request.uri();
        }
        String[] parameters = query.split("&");
        Arrays.sort(parameters);
        return request.path() + '?' + String.join("&", parameters);
    }

    Changes.Stamp stamp() {
        return stamp;
    }

    boolean isAnonymous() {
        return anonymous;
    }

    boolean isHead() {
        return HttpMethod.HEAD.equals(request.method());
    }

    boolean takesGzip() {
        return gzip;
    }

    String key() {
        return key(request);
    }

    MultiMap headers() {
        return request.headers();
    }
}
