package com.zenithcapital.platform.problem;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON that is one of many in a body, a line of it say, as strictly as a body as a whole is read. */
@Singleton
public class JsonDocuments {

    private final ObjectMapper json;
    private final Validator validator;

    JsonDocuments(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
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
