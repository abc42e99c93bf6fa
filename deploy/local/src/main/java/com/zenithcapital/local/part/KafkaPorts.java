package com.zenithcapital.local.part;

import java.util.List;

/**
 * The ports of one broker.
 *
 * @param clients where it listens for the services
 * @param advertised where it tells them to go on: the same, or a TCP proxy's port in front of it
 * @param controller for the KRaft quorum of one
 * @param internal for itself and its launcher, so that these do not go through the proxy
 */
public record KafkaPorts(int clients, int advertised, int controller, int internal) {

    public static KafkaPorts of(int clients, int controller, int internal) {
        return new KafkaPorts(clients, clients, controller, internal);
    }

    public static KafkaPorts free() {
        List<Integer> ports = FreePorts.take(3);
        return of(ports.get(0), ports.get(1), ports.get(2));
    }

    /** The same broker, behind a proxy that listens there. */
    public KafkaPorts advertising(int proxyPort) {
        return new KafkaPorts(clients, proxyPort, controller, internal);
    }
}
