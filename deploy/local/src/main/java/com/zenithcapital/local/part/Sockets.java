package com.zenithcapital.local.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The plainest question about a port. */
final class Sockets {

    private static final int PATIENCE_MILLIS = 1_000;

    private Sockets() {}

    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false; // nobody there is the answer, not an error
        }
    }
}
