package com.zenithcapital.analytics.visitor;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Where a request comes from: the peer, or what a trusted proxy says of its own peer. */
@Singleton
public class CallerAddress {

    private final AddressRanges trusted;

    CallerAddress(VisitorConfig config) {
        try {
            this.trusted = AddressRanges.of(config.trustedProxies());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("zenith.analytics.trusted-proxies: " + e.getMessage(), e);
        }
    }

    /** Whether this peer's headers about others are believed. */
    public boolean isTrusted(InetAddress peer) {
        return trusted.contain(peer);
    }

    /**
     * The last element of {@code X-Forwarded-For} is the one that our own proxy wrote; what stands before it came from
     * outside. One that is no address is as good as none.
     */
    public InetAddress of(InetAddress peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || !isTrusted(peer)) {
            return peer;
        }
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).trim();
        try {
            return InetAddress.ofLiteral(withoutPort(last));
        } catch (IllegalArgumentException e) {
            return peer;
        }
    }

    /** {@code [2001:db8::1]:443}, {@code 192.0.2.1:443} and both without a port are written. */
    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
