package com.zenithcapital.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** A port base whose whole range is free, apart from the default one, so that tests run beside somebody's own stack. */
final class FreePortBase {

    private static final int FIRST = 25_080;
    private static final int LAST = 32_080;
    private static final int RANGE = 30;

    private FreePortBase() {}

    static int next() {
        return IntStream.iterate(FIRST, base -> base <= LAST, base -> base + 100)
                .filter(base -> IntStream.range(base, base + RANGE).allMatch(FreePortBase::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No %d free ports in a row".formatted(RANGE)));
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
