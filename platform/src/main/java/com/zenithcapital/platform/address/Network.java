package com.zenithcapital.platform.address;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A range of addresses, written as {@code 10.0.0.0/8} or {@code 2001:db8::/32} (CIDR, RFC 4632); no names, nothing is looked up. */
public final class Network {

    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]+)/(\\d{1,3})");

    private final IpSubnetFilterRule rule;

    private Network(IpSubnetFilterRule rule) {
        this.rule = rule;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException naming what is written there
     */
    public static Network of(String cidr) {
        Matcher parts = CIDR.matcher(cidr.strip());
        if (!parts.matches()) {
            throw notOne(cidr);
        }
        @Nullable InetAddress address = NetUtil.createInetAddressFromIpAddressString(parts.group(1));
        int prefix = Integer.parseInt(parts.group(2));
        if (address == null || prefix > address.getAddress().length * Byte.SIZE) {
            throw notOne(cidr);
        }
        return new Network(new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT));
    }

    public boolean contains(InetAddress address) {
        return rule.matches(new InetSocketAddress(address, 0));
    }

    private static IllegalArgumentException notOne(String cidr) {
        return new IllegalArgumentException("Not a network such as 10.0.0.0/8 or 2001:db8::/32: " + cidr);
    }
}
