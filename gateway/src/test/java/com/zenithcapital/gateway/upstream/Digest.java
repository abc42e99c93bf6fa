package com.zenithcapital.gateway.upstream;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as a running sum. */
public final class Digest {

    private final MessageDigest sum;

    public Digest() {
        try {
            sum = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    public void add(byte[] bytes) {
        sum.update(bytes);
    }

    public void add(byte[] bytes, int length) {
        sum.update(bytes, 0, length);
    }

    public String hex() {
        return HexFormat.of().formatHex(sum.digest());
    }
}
