package com.zenithcapital.platform.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy on a loopback port that spoils connections on demand: put it in front of Kafka, Postgres, S3 or SMTP.
 *
 * <p>A fault holds for open connections and new ones, until {@link #heal()}. Bytes are never lost, doubled or reordered
 * within a connection: what a stalled or slow line holds back is delivered later, as TCP would.
 */
public final class TcpProxy implements AutoCloseable {

    /** Which way bytes go. */
    public enum Direction {
        TO_TARGET,
        TO_CLIENT
    }

    private final InetSocketAddress target;
    private final Map<Direction, Line> lines = new EnumMap<>(Direction.class);
    private final Set<ProxiedConnection> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock listening = new ReentrantLock();
    private final int port;
    private @Nullable Listener listener;

    private TcpProxy(int port, InetSocketAddress target) throws IOException {
        this.target = target;
        for (Direction direction : Direction.values()) {
            lines.put(direction, new Line());
        }
        ServerSocket socket = bind(port);
        this.port = socket.getLocalPort();
        this.listener = new Listener(socket, accept(socket));
    }

    /** A proxy to a loopback port, itself on a free one. */
    public static TcpProxy to(int targetPort) {
        return to(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort));
    }

    /** A proxy on a free loopback port. */
    public static TcpProxy to(InetSocketAddress target) {
        return on(0, target);
    }

    /** A proxy on the given loopback port. */
    public static TcpProxy on(int port, InetSocketAddress target) {
        try {
            return new TcpProxy(port, target);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:%d".formatted(port), e);
        }
    }

    /** The loopback port it listens on. */
    public int port() {
        return port;
    }

    /** Cuts every open connection with a reset. New ones are served. */
    public void cut() {
        open.forEach(ProxiedConnection::reset);
    }

    /** Refuses new connections, as a host without the service would. Open ones stay. */
    public void refuse() {
        listening.lock();
        try {
            if (listener != null) {
                listener.close();
                listener = null;
            }
        } finally {
            listening.unlock();
        }
    }

    /** Every byte of this direction arrives this much later. The line still carries its full rate. */
    public void delay(Direction direction, Duration delay) {
        line(direction).delay(delay);
    }

    /** All connections together carry at most this many bytes a second in this direction. */
    public void throttle(Direction direction, long bytesPerSecond) {
        line(direction).throttle(bytesPerSecond);
    }

    /** A black hole: connections stay open, new ones are taken, and nothing passes in either direction. */
    public void stall() {
        lines.values().forEach(Line::stall);
    }

    /** A black hole in one direction. */
    public void stall(Direction direction) {
        line(direction).stall();
    }

    /** Lets this many more bytes pass in this direction, then resets, once, the connection that carried the last one. */
    public void cutAfter(Direction direction, long bytes) {
        line(direction).cutAfter(bytes);
    }

    /** Back to normal: every fault ends, what was held back is delivered, new connections are served. */
    public void heal() {
        lines.values().forEach(Line::heal);
        listening.lock();
        try {
            if (listener == null) {
                ServerSocket socket = bind(port);
                listener = new Listener(socket, accept(socket));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:%d again".formatted(port), e);
        } finally {
            listening.unlock();
        }
    }

    /** How many connections are open. */
    public int connections() {
        return open.size();
    }

    /** How many bytes have been passed on in this direction since the proxy was made. */
    public long passed(Direction direction) {
        return line(direction).passed();
    }

    @Override
    public void close() {
        refuse();
        cut();
    }

    private Line line(Direction direction) {
        Line line = lines.get(direction);
        if (line == null) {
            throw new IllegalStateException("No line for " + direction);
        }
        return line;
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private Thread accept(ServerSocket from) {
        return Thread.ofVirtual().name("proxy-" + port).start(() -> {
            while (!from.isClosed()) {
                try {
                    serve(from.accept());
                } catch (IOException closed) {
                    // Only refuse() and close() end a listener on loopback; a failed accept is the client's loss.
                }
            }
        });
    }

    private void serve(Socket client) {
        ProxiedConnection connection =
                new ProxiedConnection(client, line(Direction.TO_TARGET), line(Direction.TO_CLIENT));
        open.add(connection);
        Thread.ofVirtual().name("proxy-" + port + "-connection").start(() -> {
            try {
                connection.run(target);
            } finally {
                open.remove(connection);
            }
        });
    }

    private record Listener(ServerSocket socket, Thread acceptor) {

        /** The port is closed only when the thread that waits on it has let go, so that is waited for. */
        void close() {
            try {
                socket.close();
                acceptor.join();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while closing the proxy's port", e);
            }
        }
    }
}
