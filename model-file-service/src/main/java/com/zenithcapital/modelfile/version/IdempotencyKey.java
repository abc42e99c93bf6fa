package com.zenithcapital.modelfile.version;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A caller's own name for a request, by which its repeat is recognised (draft-ietf-httpapi-idempotency-key-header). It
 * counts for one user and one model.
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern VALID = Pattern.compile("[\\x21-\\x7e]{1,255}");

    public IdempotencyKey {
        if (!VALID.matcher(value).matches()) {
            throw INVALID_REQUEST.at(
                    "header:" + HEADER, "An Idempotency-Key is 1 to 255 visible ASCII characters, a UUID say.");
        }
    }

    /** The header as it came, quoted as the draft wants it or bare as most send it. */
    public static Optional<IdempotencyKey> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return Optional.of(new IdempotencyKey(quoted ? text.substring(1, text.length() - 1) : text));
    }
}
