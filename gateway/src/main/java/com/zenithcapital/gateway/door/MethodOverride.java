package com.zenithcapital.gateway.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The method that counts. Clients of resumable uploads that can send GET and POST only name the other one in a header (tus
 * 1.0); nowhere else is that header believed. Everything behind this, the check of roles too, sees the method that is meant.
 */
final class MethodOverride {

    private static final String HEADER = "X-HTTP-Method-Override";
    private static final List<String> UPLOADS = List.of("api", "v1", "admin", "uploads");

    private MethodOverride() {}

    static HttpMethod effective(HttpServerRequest request, List<String> path) {
        if (!request.method().equals(HttpMethod.POST) || !isUpload(path)) {
            return request.method();
        }
        List<String> named = request.headers().getAll(HEADER);
        @Nullable String only = named.size() == 1 ? named.getFirst() : null;
        if (HttpMethod.PATCH.name().equals(only)) {
            return HttpMethod.PATCH;
        }
        return HttpMethod.DELETE.name().equals(only) ? HttpMethod.DELETE : HttpMethod.POST;
    }

    private static boolean isUpload(List<String> path) {
        return path.size() == UPLOADS.size() + 1
                && path.subList(0, UPLOADS.size()).equals(UPLOADS);
    }
}
