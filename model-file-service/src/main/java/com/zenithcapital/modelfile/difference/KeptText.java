package com.zenithcapital.modelfile.difference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.platform.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A text as it is kept: gzipped, with the strong ETag it is answered under. */
final class KeptText {

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
        return new KeptText(bytes.toByteArray(), Sha256.of(plain).tag());
    }

    byte[] gzipped() {
        return gzipped;
    }

    String tag() {
        return tag;
    }
}
