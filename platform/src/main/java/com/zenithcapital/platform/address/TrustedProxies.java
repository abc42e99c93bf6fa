package com.zenithcapital.platform.address;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose word is taken for where a request came from. Each proxy adds the address it saw at the end of
 * {@code X-Forwarded-For}; what stands before an address that is nobody's of ours, anybody may have written.
 */
public final class TrustedProxies {

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /** @param cidrs see {@link Network#of}; none trusts nobody */
    public static TrustedProxies of(List<String> cidrs) {
        return new TrustedProxies(cidrs.stream().map(Network::of).toList());
    }

    /**
     * The first address, walking back from the connection's other end, that is none of ours.
     *
     * @param peer the connection's other end, an address as text
     * @param forwardedFor the values of {@code X-Forwarded-For}, in their order
     * @return in one spelling; {@code peer} as it is if it is no address
     */
    public String clientOf(String peer, List<String> forwardedFor) {
        @Nullable InetAddress client = address(peer);
        if (client == null) {
            return peer;
        }
        List<String> told = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        for (String before : told.reversed()) {
            @Nullable InetAddress next = isTrusted(client) ? address(before) : null;
            if (next == null) {
                break;
            }
            client = next;
        }
        return client.getHostAddress();
    }

    private boolean isTrusted(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Literals only: a name would be asked for. A zone ({@code %eth0}) is about this machine, not about the caller. */
    private static @Nullable InetAddress address(String text) {
        int zone = text.indexOf('%');
        return NetUtil.createInetAddressFromIpAddressString(zone < 0 ? text : text.substring(0, zone));
    }
}
