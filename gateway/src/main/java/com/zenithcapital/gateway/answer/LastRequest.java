package com.zenithcapital.gateway.answer;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Marks a request as the last one of its connection. A close waits for what is still to be written, and the bytes behind the
 * request's body may have been read with it: without the mark they would be the next request, made by whoever wrote that body.
 */
final class LastRequest {

    private static final AttributeKey<Boolean> MARK = AttributeKey.valueOf(LastRequest.class.getName());

    private LastRequest() {}

    static void mark(HttpServerRequest request) {
        channel(request).attr(MARK).set(true);
    }

    /** Whether another request was the last one of this one's connection. */
    static boolean isBefore(HttpServerRequest request) {
        Channel channel = channel(request);
        return channel.hasAttr(MARK) && Boolean.TRUE.equals(channel.attr(MARK).get());
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }
}
