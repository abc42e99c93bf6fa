package com.zenithcapital.content.preview;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * What a link says of itself, and signs: HMAC-SHA256 (RFC 2104) over all that stands before it.
 *
 * <p>Sixty bytes: the link's id (16), the revision (4), the expiry in microseconds since 1970 (8; PostgreSQL keeps no
 * finer ones), the signature (32). They make eighty characters of base64url without a bit to spare, so no token can be
 * written in two ways.
 */
record PreviewToken(UUID link, int revision, Instant expiresAt) {

    static final String ALGORITHM = "HmacSHA256";

    private static final int SAID = 2 * Long.BYTES + Integer.BYTES + Long.BYTES;
    private static final int LENGTH = 80;

    PreviewToken {
        requireNonNull(link, "link is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }

    String write(SecretKey key) {
        byte[] said = said();
        byte[] signature = sign(said, key);
        byte[] all = Arrays.copyOf(said, SAID + signature.length);
        System.arraycopy(signature, 0, all, SAID, signature.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Empty for anything but what {@link #write} wrote with the same key. Takes as long for each wrong signature. */
    static Optional<PreviewToken> read(String text, SecretKey key) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (all.length <= SAID) {
            return Optional.empty();
        }
        byte[] said = Arrays.copyOf(all, SAID);
        byte[] signature = Arrays.copyOfRange(all, SAID, all.length);
        if (!MessageDigest.isEqual(sign(said, key), signature)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(said);
        UUID link = new UUID(in.getLong(), in.getLong());
        return Optional.of(new PreviewToken(link, in.getInt(), Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS)));
    }

    private byte[] said() {
        return ByteBuffer.allocate(SAID)
                .putLong(link.getMostSignificantBits())
                .putLong(link.getLeastSignificantBits())
                .putInt(revision)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, expiresAt))
                .array();
    }

    private static byte[] sign(byte[] said, SecretKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
