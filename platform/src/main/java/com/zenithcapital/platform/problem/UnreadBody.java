package com.zenithcapital.platform.problem;

import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.LongAdder;

/**
 * What is still to come of a body that was refused. A connection that is closed over bytes nobody read is reset, and then
 * its client, the gateway mostly, never sees the answer: so they are read on, for nothing, and only who goes on and on is
 * cut off.
 */
public final class UnreadBody {

    private static final long MOST = 1024 * 1024;

    private UnreadBody() {}

    /** To be called before the answer is sent, on the request's own thread. */
    public static void forget(HttpServerRequest request) {
        LongAdder forgotten = new LongAdder();
        request.handler(chunk -> {
            forgotten.add(chunk.length());
            if (forgotten.sum() > MOST) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
