package com.zenithcapital.analytics.visitor;

import com.zenithcapital.platform.address.TrustedProxies;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/** Where a request comes from: the peer, or what a trusted proxy says of its own peer. */
@Singleton
public class CallerAddress {

    private final TrustedProxies proxies;

    CallerAddress(VisitorConfig config) {
        try {
            this.proxies = TrustedProxies.of(config.trustedProxies());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("zenith.analytics.trusted-proxies: " + e.getMessage(), e);
        }
    }

    /** Whether this peer's headers about others are believed. */
    public boolean isTrusted(InetAddress peer) {
        return proxies.isTrusted(peer);
    }

    public InetAddress of(InetAddress peer, List<String> forwardedFor) {
        return proxies.clientOf(peer, forwardedFor);
    }
}
