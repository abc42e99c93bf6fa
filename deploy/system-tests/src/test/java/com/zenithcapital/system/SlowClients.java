package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Connections that take their time: some send a byte now and then, the others read nothing of what they asked for. */
final class SlowClients implements AutoCloseable {

    private static final long PAUSE_MILLIS = 500;
    private static final int SMALL_BUFFER = 2_048;

    /** What one sends at once, and whether it goes on to send. */
    record Beginning(String request, boolean trickles) {}

    private final List<SocketChannel> trickling = new ArrayList<>();
    private final List<SocketChannel> silent = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    SlowClients(URI gateway, List<Beginning> beginnings) {
        InetSocketAddress address = new InetSocketAddress(gateway.getHost(), gateway.getPort());
        try {
            for (Beginning beginning : beginnings) {
                SocketChannel channel = SocketChannel.open();
                (beginning.trickles() ? trickling : silent).add(channel);
                channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER).connect(address);
                channel.write(ascii(beginning.request()));
                channel.configureBlocking(false);
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
        var _ = clock.scheduleAtFixedRate(this::oneByteEach, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How many still send. */
    synchronized int trickling() {
        return trickling.size();
    }

    private synchronized void oneByteEach() {
        trickling.removeIf(channel -> {
            boolean over = !isTaken(channel);
            if (over) {
                closeQuietly(channel);
            }
            return over;
        });
    }

    /** Whether the other side takes one byte more, and has not said that it is enough. */
    private static boolean isTaken(SocketChannel channel) {
        try {
            channel.write(ascii("a"));
            return channel.read(ByteBuffer.allocate(1)) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(US_ASCII));
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        trickling.forEach(SlowClients::closeQuietly);
        silent.forEach(SlowClients::closeQuietly);
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
