package com.zenithcapital.gateway.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Gives each connection that the server takes a {@link HeadClock}. Neither Quarkus nor Vert.x has such a limit, or a place for
 * one: so the handler is put before the listening sockets, which are found where they are registered, at the event loop that
 * takes connections.
 */
@Singleton
final class HeadClocks {

    private static final String NAME = "head-clocks";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final HeadClock.Giver giver;

    HeadClocks(Vertx vertx, ConnectionConfig config, MeterRegistry meters) {
        this.vertx = vertx;
        Duration limit = config.head();
        if (limit.toMillis() < 1 || limit.compareTo(LONGEST) > 0) {
            throw new IllegalStateException(
                    "zenith.gateway.connections.head must be from PT0.001S to %s: %s".formatted(LONGEST, limit));
        }
        Counter closed = Counter.builder("zenith.gateway.connections.slow")
                .description("Connections closed because a request's head took too long")
                .register(meters);
        this.giver = new HeadClock.Giver(limit, closed::increment);
    }

    void plain(@ObservesAsync HttpServerStart started) {
        install();
    }

    void encrypted(@ObservesAsync HttpsServerStart started) {
        install();
    }

    private void install() {
        for (EventExecutor acceptor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            SingleThreadEventLoop loop = (SingleThreadEventLoop) acceptor;
            loop.execute(() -> loop.registeredChannelsIterator().forEachRemaining(this::install));
        }
    }

    private void install(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(NAME) == null) {
            channel.pipeline().addFirst(NAME, giver);
        }
    }
}
