package com.zenithcapital.platform.address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whose word is taken for where a request came from. Each proxy adds the address it saw at the end of
 * {@code X-Forwarded-For}; what stands before an address that is nobody's of ours, anybody may have written.
 */
public final class TrustedProxies {

    private final AddressRanges ours;

    private TrustedProxies(AddressRanges ours) {
        this.ours = ours;
    }

    /**
     * Those in these ranges; none trusts nobody.
     *
     * @param ranges see {@link AddressRanges#of}
     */
    public static TrustedProxies of(List<String> ranges) {
        return new TrustedProxies(AddressRanges.of(ranges));
    }

    /** Whether this address's word is taken. */
    public boolean isTrusted(InetAddress address) {
        return ours.contain(address);
    }

    /**
     * The first address, walking back from the connection's other end, that is none of ours. A word that is no address ends
     * the walk.
     *
     * @param peer the connection's other end
     * @param forwardedFor the values of {@code X-Forwarded-For}, in their order
     */
    public InetAddress clientOf(InetAddress peer, List<String> forwardedFor) {
        InetAddress client = peer;
        List<String> told = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        for (String before : told.reversed()) {
            Optional<InetAddress> next = isTrusted(client) ? address(before.strip()) : Optional.empty();
            if (next.isEmpty()) {
                break;
            }
            client = next.get();
        }
        return client;
    }

    /** Literals only: a name would be asked for. */
    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(withoutPort(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
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
