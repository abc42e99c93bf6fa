package com.zenithcapital.modelfile.difference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A text as it is kept: gzipped, with the strong ETag it is answered under. */
final class KeptText {

    private static final int TAG_BYTES = 16;

    private final byte[] gzipped;
    private final String tag;

    private KeptText(byte[] gzipped, String tag) {
        this.gzipped = gzipped;
        this.tag = tag;
    }

    static KeptText of(String text) {
        byte[] plain = text.getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 8 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("An array could not be written to", e);
        }
        return new KeptText(bytes.toByteArray(), hash(plain));
    }

    byte[] gzipped() {
        return gzipped;
    }

    String tag() {
        return tag;
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
