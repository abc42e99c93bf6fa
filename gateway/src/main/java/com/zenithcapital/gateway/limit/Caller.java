package com.zenithcapital.gateway.limit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Whoever counts as one. */
sealed interface Caller {

    /** A signed-in user, wherever they are. */
    record User(String subject) implements Caller {}

    /** An address of IPv4. */
    record Address(int bits) implements Caller {}

    /**
     * A /64 of IPv6: what one connection is given (RFC 6177), with 2^64 addresses to choose from. Counted one by one they
     * would be as many callers as anybody likes.
     */
    record Network(long prefix) implements Caller {}

    static Caller at(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet4Address ? new Address(bytes.getInt()) : new Network(bytes.getLong());
    }
}
