package com.zenithcapital.platform.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranges of IP addresses, of both versions, in which an address is found by binary search: lists of data centres have tens
 * of thousands.
 */
public final class AddressRanges {

    private static final int BITS = 128;

    /** An IPv4 address is held as IPv6 maps it (RFC 4291, 2.5.5.2). */
    private static final int MAPPED_BITS = 96;

    private final List<Range> ranges;

    private AddressRanges(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /**
     * From CIDR notation; an address alone is a range of one.
     *
     * @throws IllegalArgumentException naming the text that is none
     */
    public static AddressRanges of(List<String> texts) {
        List<Range> sorted = texts.stream()
                .map(AddressRanges::range)
                .sorted(Comparator.comparing(Range::first))
                .toList();
        List<Range> merged = new ArrayList<>();
        for (Range range : sorted) {
            if (!merged.isEmpty() && merged.getLast().last().compareTo(range.first()) >= 0) {
                Range before = merged.removeLast();
                merged.add(new Range(before.first(), max(before.last(), range.last())));
            } else {
                merged.add(range);
            }
        }
        return new AddressRanges(merged);
    }

    public boolean contain(InetAddress address) {
        Number128 wanted = Number128.of(address);
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = ranges.get(middle);
            if (wanted.compareTo(range.first()) < 0) {
                high = middle - 1;
            } else if (wanted.compareTo(range.last()) > 0) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    private static Range range(String text) {
        String trimmed = text.trim();
        int slash = trimmed.indexOf('/');
        try {
            InetAddress address = InetAddress.ofLiteral(slash < 0 ? trimmed : trimmed.substring(0, slash));
            int offset = address instanceof Inet4Address ? MAPPED_BITS : 0;
            int bits = slash < 0 ? BITS : offset + Integer.parseInt(trimmed.substring(slash + 1));
            if (bits < offset || bits > BITS) {
                throw new IllegalArgumentException("No such prefix");
            }
            return Number128.of(address).range(bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Not an address range (CIDR): " + text, e);
        }
    }

    private static Number128 max(Number128 one, Number128 other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Both ends belong to it. */
    private record Range(Number128 first, Number128 last) {}

    private record Number128(long high, long low) implements Comparable<Number128> {

        private static final int MAPPED = 0xffff;

        static Number128 of(InetAddress address) {
            ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
            return address instanceof Inet4Address
                    ? new Number128(0, ((long) MAPPED << Integer.SIZE) | Integer.toUnsignedLong(bytes.getInt()))
                    : new Number128(bytes.getLong(), bytes.getLong());
        }

        /** All that share these leading bits with it. */
        Range range(int bits) {
            long highMask = mask(bits);
            long lowMask = mask(bits - Long.SIZE);
            return new Range(
                    new Number128(high & highMask, low & lowMask), new Number128(high | ~highMask, low | ~lowMask));
        }

        private static long mask(int bits) {
            if (bits <= 0) {
                return 0;
            }
            return bits >= Long.SIZE ? -1 : -1L << (Long.SIZE - bits);
        }

        @Override
        public int compareTo(Number128 other) {
            int byHigh = Long.compareUnsigned(high, other.high);
            return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
        }
    }
}
