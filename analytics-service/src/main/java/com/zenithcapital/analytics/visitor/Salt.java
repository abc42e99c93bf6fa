package com.zenithcapital.analytics.visitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of one day. Its bytes are in the key of a MAC and nowhere else in memory. */
final class Salt {

    static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte SEPARATOR = 0;
    private static final HexFormat HEX = HexFormat.of();

    private final Mac keyed;

    Salt(byte[] bytes) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no " + ALGORITHM, e);
        }
    }

    /** The first 64 bits, in hexadecimal digits. An address has one form here, however it was written. */
    String visitor(String site, InetAddress address, String userAgent) {
        Mac mac = mac();
        mac.update(site.getBytes(UTF_8));
        mac.update(SEPARATOR);
        byte[] bytes = address.getAddress();
        mac.update((byte) bytes.length);
        mac.update(bytes);
        mac.update(userAgent.getBytes(UTF_8));
        return HEX.toHexDigits(ByteBuffer.wrap(mac.doFinal()).getLong());
    }

    /** An id that only this salt can make of the two again: once it is destroyed, nothing leads back to the event. */
    UUID apart(UUID event, String reader) {
        Mac mac = mac();
        mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(event.getMostSignificantBits())
                .putLong(event.getLeastSignificantBits())
                .flip());
        mac.update(reader.getBytes(UTF_8));
        ByteBuffer hash = ByteBuffer.wrap(mac.doFinal());
        // Version 8, "custom", and the variant of RFC 9562.
        return new UUID(
                (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L,
                (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | (1L << 63));
    }

    /** Keyed already, which is half of the work; and a MAC is no two threads' business. */
    private Mac mac() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The JDK's " + ALGORITHM + " cannot be cloned", e);
        }
    }
}
