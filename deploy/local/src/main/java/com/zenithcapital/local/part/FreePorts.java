package com.zenithcapital.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports that nobody listens on, for parts started by tests. */
public final class FreePorts {

    private FreePorts() {}

    /** One free port. */
    public static int next() {
        return take(1).getFirst();
    }

    /** So many different free ports. Another process could take one before its user does; the system hands them out in turn, so this is rare. */
    public static List<Integer> take(int count) {
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return open.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        } finally {
            open.forEach(FreePorts::close);
        }
    }

    /** Whether nobody listens there, on this machine's own address or on all of them. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false; // taken is the answer, not an error
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
