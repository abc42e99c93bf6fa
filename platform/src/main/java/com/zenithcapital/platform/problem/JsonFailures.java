package com.zenithcapital.platform.problem;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.MALFORMED_JSON;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells the caller where a JSON body is wrong. Jackson's own messages name our classes and repeat the input, so none of
 * them is passed on.
 */
final class JsonFailures {

    private JsonFailures() {}

    static Failure of(JsonProcessingException exception) {
        return switch (exception) {
            case JsonMappingException wrapped
            when wrapped.getCause() instanceof ProblemException problem -> Failure.of(problem);
            case UnrecognizedPropertyException unknown ->
                at(unknown, "%s is not a field of this.".formatted(unknown.getPropertyName()));
            case ValueInstantiationException refused -> at(refused, "The value is not one that is taken here.");
            case MismatchedInputException mismatch ->
                at(mismatch, "This must be %s.".formatted(wanted(mismatch.getTargetType())));
            case JsonMappingException wrapped
            when wrapped.getCause() instanceof InputCoercionException -> at(wrapped, "The number is too large here.");
            case JsonMappingException wrapped
            when wrapped.getCause() instanceof StreamReadException syntax -> malformed(syntax);
            case JsonMappingException refused -> at(refused, "The value is not one that is taken here.");
            default -> malformed(exception);
        };
    }

    private static Failure malformed(JsonProcessingException exception) {
        return Failure.of(MALFORMED_JSON, "The body is not JSON: %s.".formatted(place(exception.getLocation())));
    }

    private static Failure at(JsonMappingException exception, String detail) {
        return Failure.at(
                INVALID_REQUEST, pointer(exception), detail + " See %s.".formatted(place(exception.getLocation())));
    }

    private static String pointer(JsonMappingException exception) {
        return exception.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : JsonPointers.escape(step.getFieldName()))
                .map("/"::concat)
                .collect(Collectors.joining());
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null
                ? "its end"
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "a value of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number that fits " + type.getSimpleName().toLowerCase(Locale.ROOT);
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        if (TemporalAccessor.class.isAssignableFrom(type)) {
            return "a time such as 2026-01-31T08:30:00Z (RFC 3339)";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "a value of another type";
    }
}
