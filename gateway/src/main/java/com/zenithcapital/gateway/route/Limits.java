package com.zenithcapital.gateway.route;

import java.time.Duration;

/**
 * What a request may weigh and how long each of its waits may be.
 *
 * @param body the largest body taken, in bytes
 * @param connect how long the service may take to accept a connection
 * @param firstByte how long the service may take from the request's last byte to its answer's head
 * @param serviceIdle how long the service may pause while it takes a body or sends one
 * @param clientIdle how long the client may pause while it sends a body or takes one
 */
public record Limits(long body, Duration connect, Duration firstByte, Duration serviceIdle, Duration clientIdle) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    public Limits {
        if (body < 0) {
            throw new IllegalArgumentException("body-limit is negative: " + body);
        }
        requireSensible("connect", connect);
        requireSensible("first-byte", firstByte);
        requireSensible("service-idle", serviceIdle);
        requireSensible("client-idle", clientIdle);
    }

    private static void requireSensible(String name, Duration wait) {
        if (wait.toMillis() < 1 || wait.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("%s must be from PT0.001S to %s: %s".formatted(name, LONGEST, wait));
        }
    }
}
