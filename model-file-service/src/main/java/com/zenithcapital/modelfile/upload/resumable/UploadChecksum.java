package com.zenithcapital.modelfile.upload.resumable;

import static com.zenithcapital.modelfile.upload.resumable.ResumableProblem.CHECKSUM_MISMATCH;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.platform.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Upload-Checksum} of tus: what the bytes of one request are hashed to, by whom they were sent. */
final class UploadChecksum {

    static final String HEADER = "Upload-Checksum";
    static final String ALGORITHMS = "sha1,sha256";

    private static final Map<String, String> JAVA_NAMES = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final byte[] expected;
    private final MessageDigest digest;

    private UploadChecksum(byte[] expected, MessageDigest digest) {
        this.expected = expected;
        this.digest = digest;
    }

    static Optional<UploadChecksum> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String[] words = header.strip().split(" +", 2);
        @Nullable String name = JAVA_NAMES.get(words[0]);
        if (name == null || words.length < 2) {
            throw wrong("It is one of %s, and the checksum in base64.".formatted(ALGORITHMS));
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(name);
            byte[] expected = Base64.getDecoder().decode(words[1].strip());
            if (expected.length != digest.getDigestLength()) {
                throw wrong("A checksum by %s has %d bytes.".formatted(words[0], digest.getDigestLength()));
            }
            return Optional.of(new UploadChecksum(expected, digest));
        } catch (IllegalArgumentException e) {
            throw wrong("The checksum is not base64.").causedBy(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + name, e);
        }
    }

    void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** Refuses bytes that are not those that were announced. */
    void check() {
        if (!MessageDigest.isEqual(expected, digest.digest())) {
            throw CHECKSUM_MISMATCH.because(
                    "The bytes that came are not those that the checksum was made of. They were not kept: send them again.");
        }
    }

    private static ProblemException wrong(String detail) {
        return INVALID_REQUEST.at("header:" + HEADER, detail);
    }
}
