package com.zenithcapital.platform.problem;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON that is one of many in a body, a line of it say, as strictly as a body as a whole is read. */
@Singleton
public class JsonDocuments {

    private static final Pattern JSON_TYPE = Pattern.compile("(?i)\\s*application/json\\s*(;.*)?");

    private final ObjectMapper json;
    private final Validator validator;

    JsonDocuments(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * Reads a body that may be left out, of a request that need not say then what it is of: Quarkus REST refuses one without
     * a {@code Content-Type} where a method takes JSON.
     *
     * @param contentType the header as it came
     * @param otherwise what an absent body stands for
     */
    public <T> T readOptional(@Nullable String contentType, @Nullable String body, Class<T> type, T otherwise) {
        if (body == null || body.isBlank()) {
            return otherwise;
        }
        if (contentType == null || !JSON_TYPE.matcher(contentType).matches()) {
            throw UNSUPPORTED_MEDIA_TYPE.because("The body must be application/json.");
        }
        return read(body, type);
    }

    /**
     * Reads and validates one.
     *
     * @throws ProblemException as a whole body would be refused, with pointers into this document
     */
    public <T> T read(String text, Class<T> type) {
        @Nullable T document;
        try {
            document = json.readValue(text, type);
        } catch (JsonProcessingException e) {
            Failure failure = JsonFailures.of(e);
            throw new ProblemException(failure.problem(), failure.detail(), failure.errors(), e);
        }
        if (document == null) {
            throw INVALID_REQUEST.at("", "This must be an object.");
        }
        List<FieldError> errors = Violations.errors(validator.validate(document));
        if (!errors.isEmpty()) {
            throw INVALID_REQUEST.because(Violations.summary(errors)).with(errors);
        }
        return document;
    }
}
