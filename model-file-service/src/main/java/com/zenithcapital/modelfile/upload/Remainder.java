package com.zenithcapital.modelfile.upload;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * What is left of a body that was answered before its end: a PDF of 40 MB is refused by its first bytes, a request
 * without a token by none. It is read away for a while, because a client that writes its whole body before it looks for an
 * answer would otherwise wait for us for ever, and one whose connection is cut meanwhile would never see the answer.
 */
@Singleton
class Remainder {

    /** Before anything that may answer. */
    private static final int EARLY = 9_000;

    private final Duration patience;
    private final long most;

    Remainder(UploadConfig config) {
        this.patience = config.idleLimit();
        this.most = 2 * config.maxSize().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::onAnswer, EARLY);
    }

    private void onAnswer(RoutingContext context) {
        context.addEndHandler(answered -> {
            if (answered.succeeded() && !context.request().isEnded()) {
                discard(context);
            }
        });
        context.next();
    }

    private void discard(RoutingContext context) {
        HttpServerRequest request = context.request();
        // Asked again then: a body of which only its end was still to be read has ended long since.
        context.vertx().setTimer(patience.toMillis(), late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        request.handler(new Discarding(request)).resume();
    }

    private final class Discarding implements Handler<Buffer> {

        private final HttpServerRequest request;
        private long discarded;

        Discarding(HttpServerRequest request) {
            this.request = request;
        }

        @Override
        public void handle(Buffer bytes) {
            discarded += bytes.length();
            if (discarded > most) {
                request.connection().close();
            }
        }
    }
}
