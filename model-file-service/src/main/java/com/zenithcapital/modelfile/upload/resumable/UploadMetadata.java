package com.zenithcapital.modelfile.upload.resumable;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.platform.problem.ProblemException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Upload-Metadata} of tus: pairs of a key and a value in base64, separated by commas. {@code modelId}
 * says which model the workbook is a version of, {@code filename} what it is called; other keys are kept and mean nothing.
 *
 * @param text as it came, to be answered as it came
 */
record UploadMetadata(String text, ModelId model, Optional<String> filename) {

    static final String HEADER = "Upload-Metadata";

    private static final int LONGEST = 4_096;
    private static final String MODEL = "modelId";
    private static final String FILENAME = "filename";
    /** tus asks for keys without spaces and commas; visible ASCII is all that a header carries safely. */
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x2b\\x2d-\\x7e]+");

    static UploadMetadata parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw wrong("It names no modelId: send modelId and filename, each followed by its value in base64.");
        }
        if (header.length() > LONGEST) {
            throw wrong("It may have %d characters.".formatted(LONGEST));
        }
        Map<String, String> values = new HashMap<>();
        for (String pair : header.split(",", -1)) {
            String[] words = pair.strip().split(" ", 2);
            if (!KEY.matcher(words[0]).matches()) {
                throw wrong("Each pair begins with a key of visible ASCII.");
            }
            if (values.put(words[0], words.length < 2 ? "" : decoded(words[0], words[1].strip())) != null) {
                throw wrong("The key %s stands there twice.".formatted(words[0]));
            }
        }
        return new UploadMetadata(header.strip(), model(values.get(MODEL)), Optional.ofNullable(values.get(FILENAME)));
    }

    private static ModelId model(@Nullable String value) {
        if (value == null) {
            throw wrong("It names no modelId.");
        }
        try {
            return new ModelId(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            throw wrong("The modelId is not the id of a model.").causedBy(e);
        }
    }

    private static String decoded(String key, String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong("The value of %s is not base64.".formatted(key)).causedBy(e);
        }
    }

    private static ProblemException wrong(String detail) {
        return INVALID_REQUEST.at("header:" + HEADER, detail);
    }
}
