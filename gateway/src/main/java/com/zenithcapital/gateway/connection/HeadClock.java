package com.zenithcapital.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which a request's head takes too long. The server's own idle time-out does not: a byte now and then
 * is enough for it.
 *
 * <p>It stands before everything else and sees the bytes; behind the HTTP/1 decoder it sees what became of them. Bytes that
 * became nothing, between two requests, are a head that is on its way. A head that comes at once costs no timer.
 */
final class HeadClock extends ChannelInboundHandlerAdapter {

    private final long limitMillis;
    private final Runnable atLimit;

    private boolean decoderIsHeard;
    private boolean bytesCame;
    private boolean messageCame;
    private boolean inMessage;
    private @Nullable Future<?> alarm;

    /**
     * For one connection.
     *
     * @param atLimit told when a connection is closed for this
     */
    HeadClock(Duration limit, Runnable atLimit) {
        this.limitMillis = limit.toMillis();
        this.atLimit = atLimit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        bytesCame = true;
        if (!decoderIsHeard) {
            hear(context.pipeline());
        }
        context.fireChannelRead(bytes);
        if (!decoderIsHeard && hear(context.pipeline())) {
            // The decoder came with these bytes, at the end of a handshake, and may have read a head already.
            messageCame = true;
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (bytesCame && !messageCame && !inMessage && alarm == null && !context.isRemoved()) {
            alarm = context.executor().schedule(() -> close(context), limitMillis, TimeUnit.MILLISECONDS);
        }
        bytesCame = false;
        messageCame = false;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void close(ChannelHandlerContext context) {
        if (!context.isRemoved() && context.channel().isActive()) {
            atLimit.run();
            var _ = context.close();
        }
    }

    /** Takes its place behind the decoder once there is one; leaves where there will be none. */
    private boolean hear(ChannelPipeline pipeline) {
        @Nullable ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
        if (decoder != null) {
            pipeline.addAfter(decoder.name(), "heads", new Heads());
            decoderIsHeard = true;
        } else if (pipeline.context(Http2ConnectionHandler.class) != null) {
            // One connection, many streams: HTTP/2 has its own limits.
            stop();
            pipeline.remove(this);
        }
        return decoderIsHeard;
    }

    private void stop() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    private void heard(Object message) {
        messageCame = true;
        if (message instanceof HttpRequest) {
            inMessage = true;
        }
        if (message instanceof LastHttpContent) {
            inMessage = false;
        }
        stop();
    }

    /** What the decoder made of the bytes. */
    private final class Heads extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            heard(message);
            context.fireChannelRead(message);
        }
    }

    /** Gives each connection that is taken its clock; stands before the handler that takes them. */
    @ChannelHandler.Sharable
    static final class Giver extends ChannelInboundHandlerAdapter {

        private final Duration limit;
        private final Runnable atLimit;

        Giver(Duration limit, Runnable atLimit) {
            this.limit = limit;
            this.atLimit = atLimit;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            if (connection instanceof Channel taken) {
                taken.pipeline().addFirst("head-clock", new HeadClock(limit, atLimit));
            }
            context.fireChannelRead(connection);
        }
    }
}
