package com.zenithcapital.modelfile.http;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.platform.problem.ProblemException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code Content-Digest} or {@code Repr-Digest} of a request (RFC 9530): a dictionary of structured fields (RFC
 * 8941, section 3.2) whose keys are algorithms and whose values are byte sequences. Only SHA-256 and SHA-512 are kept: the
 * others prove nothing against anybody (RFC 9530, section 5).
 *
 * @param name the field's
 * @param digests in hexadecimal, by algorithm
 */
public record DigestField(String name, Map<Algorithm, String> digests) {

    public static final String CONTENT_DIGEST = "Content-Digest";
    public static final String REPR_DIGEST = "Repr-Digest";

    /** What is checked. */
    public enum Algorithm {
        SHA_256("sha-256", "SHA-256", 32),
        SHA_512("sha-512", "SHA-512", 64);

        private final String key;
        private final String javaName;
        private final int length;

        Algorithm(String key, String javaName, int length) {
            this.key = key;
            this.javaName = javaName;
            this.length = length;
        }

        /** As HTTP calls it. */
        public String key() {
            return key;
        }

        /** As {@link java.security.MessageDigest} calls it. */
        public String javaName() {
            return javaName;
        }

        private static Optional<Algorithm> of(String key) {
            for (Algorithm algorithm : values()) {
                if (algorithm.key.equals(key)) {
                    return Optional.of(algorithm);
                }
            }
            return Optional.empty();
        }
    }

    /** Ten algorithms would fit. */
    private static final int LONGEST = 1_024;

    private static final String KEY = "[a-z*][a-z0-9_.*-]*";

    /** RFC 8941, section 3.3: an integer or decimal, a string, a token, a byte sequence or a boolean. */
    private static final String BARE_ITEM =
            "(?:-?[0-9]{1,15}(?:\\.[0-9]{1,3})?|\"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*\""
                    + "|[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*|:[A-Za-z0-9+/=]*:|\\?[01])";

    private static final Pattern MEMBER = Pattern.compile(
            "(" + KEY + ")=:([A-Za-z0-9+/=]*):(?:; *" + KEY + "(?:=" + BARE_ITEM + ")?)*[ \t]*(?:,[ \t]*|$)");

    public DigestField {
        digests = Map.copyOf(digests);
    }

    /**
     * The field as it came, several lines of it joined by commas; empty when it did not come.
     *
     * @throws ProblemException {@code invalid-request} if it is malformed
     */
    public static Optional<DigestField> parse(String name, @Nullable String field) {
        if (field == null) {
            return Optional.empty();
        }
        String text = field.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.endsWith(",")) {
            throw malformed(name);
        }
        Map<Algorithm, String> digests = new TreeMap<>();
        Matcher member = MEMBER.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!member.region(end, text.length()).lookingAt()) {
                throw malformed(name);
            }
            byte[] value = bytes(name, member.group(2));
            // Of two members with one key, the last one counts (RFC 8941, section 3.2).
            Algorithm.of(member.group(1)).ifPresent(algorithm -> {
                if (value.length != algorithm.length) {
                    throw malformed(name);
                }
                digests.put(algorithm, HexFormat.of().formatHex(value));
            });
            end = member.end();
        }
        return Optional.of(new DigestField(name, digests));
    }

    private static byte[] bytes(String name, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw malformed(name).causedBy(e);
        }
    }

    private static ProblemException malformed(String name) {
        return INVALID_REQUEST.at(
                "header:" + name,
                "%s is written as in sha-256=:BASE64:, with the 32 bytes of a SHA-256 or the 64 of a SHA-512 (RFC 9530)."
                        .formatted(name));
    }
}
