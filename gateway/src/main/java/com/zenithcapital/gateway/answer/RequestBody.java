package com.zenithcapital.gateway.answer;

import static io.vertx.core.http.HttpHeaders.CONTENT_LENGTH;
import static io.vertx.core.http.HttpHeaders.TRANSFER_ENCODING;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * How a request's head announces its body (RFC 9112, section 6.3). What contradicts itself never comes this far: the
 * HTTP codec refuses it, and {@link #of} what the codec would let through as "no body".
 */
public enum RequestBody {
    NONE,
    SIZED,
    CHUNKED,
    /** A transfer coding that nobody here decodes: where the body ends is anybody's guess. */
    UNREADABLE;

    public static RequestBody of(HttpServerRequest request) {
        List<String> codings = request.headers().getAll(TRANSFER_ENCODING);
        if (!codings.isEmpty()) {
            return codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked") ? CHUNKED : UNREADABLE;
        }
        return length(request) > 0 ? SIZED : NONE;
    }

    /** The announced length in bytes; 0 where none is announced. */
    public static long length(HttpServerRequest request) {
        String length = request.getHeader(CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
