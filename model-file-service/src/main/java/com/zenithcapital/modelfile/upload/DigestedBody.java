package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.upload.UploadProblem.DIGEST_MISMATCH;

import com.zenithcapital.modelfile.http.DigestField;
import com.zenithcapital.modelfile.http.DigestField.Algorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Bytes that are hashed while they pass, to be held against what their sender says of them (RFC 9530). */
final class DigestedBody extends InputStream {

    private final InputStream body;
    private final List<DigestField> said;
    private final Map<Algorithm, MessageDigest> running = new EnumMap<>(Algorithm.class);

    DigestedBody(InputStream body, List<DigestField> said) {
        this.body = body;
        this.said = said;
        for (DigestField field : said) {
            field.digests().keySet().forEach(algorithm -> running.computeIfAbsent(algorithm, DigestedBody::start));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = body.read(bytes, offset, length);
        if (count > 0) {
            running.values().forEach(digest -> digest.update(bytes, offset, count));
        }
        return count;
    }

    /** Reads what is left, where anything was said of it, and refuses bytes that are not those that were sent. */
    void checkAll() throws IOException {
        if (running.isEmpty()) {
            return;
        }
        transferTo(OutputStream.nullOutputStream());
        Map<Algorithm, String> found = new EnumMap<>(Algorithm.class);
        running.forEach(
                (algorithm, digest) -> found.put(algorithm, HexFormat.of().formatHex(digest.digest())));
        for (DigestField field : said) {
            field.digests().forEach((algorithm, digest) -> {
                if (!digest.equals(found.get(algorithm))) {
                    throw DIGEST_MISMATCH.at(
                            "header:" + field.name(),
                            "The bytes that came have another %s than %s says: they changed on the way. Nothing was kept."
                                    .formatted(algorithm.key(), field.name()));
                }
            });
        }
    }

    private static MessageDigest start(Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.javaName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm.javaName(), e);
        }
    }
}
