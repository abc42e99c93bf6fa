package com.zenithcapital.platform.digest;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256, as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {

    private static final byte[] NOTHING = {};
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("A SHA-256 is 64 hexadecimal digits");
        }
    }

    /** Half of its bytes: enough that no two texts share an ETag, and short in every answer. */
    private static final int TAG_DIGITS = 32;

    /** Of bytes that are all there. */
    public static Sha256 of(byte[] bytes) {
        return finish(start(), bytes);
    }

    /** For an ETag. */
    public String tag() {
        byte[] half = HexFormat.of().parseHex(hex.substring(0, TAG_DIGITS));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
    }

    /** As HTTP's digest fields want it: the bytes in base64 (RFC 9530). */
    public String base64() {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    /** A hash of bytes that are still to come. */
    public static Running running() {
        return new Running(start());
    }

    /** See {@link #running}. */
    public static final class Running {

        private final MessageDigest digest;

        private Running(MessageDigest digest) {
            this.digest = digest;
        }

        public void update(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        /** Counts what is written to a stream. */
        public OutputStream of(OutputStream out) {
            return new DigestOutputStream(out, digest);
        }

        /** The hash of all that came; begins anew. */
        public Sha256 end() {
            return finish(digest, NOTHING);
        }
    }

    private static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Sha256 finish(MessageDigest digest, byte[] last) {
        return new Sha256(HexFormat.of().formatHex(digest.digest(last)));
    }

    @Override
    public String toString() {
        return hex;
    }
}
