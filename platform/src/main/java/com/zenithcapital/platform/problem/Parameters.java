package com.zenithcapital.platform.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The path and query parameters of a request, to find the one that an exception speaks of. */
record Parameters(Map<String, List<String>> path, Map<String, List<String>> query) {

    static final Parameters NONE = new Parameters(Map.of(), Map.of());

    /**
     * The place of the parameter whose value stands in the message of what a converter threw. Quarkus REST does not say
     * which one it was converting; the converters of the JDK quote what they could not read.
     */
    Optional<String> blamedIn(Throwable thrown) {
        @Nullable String message = thrown.getMessage();
        if (message == null) {
            return Optional.empty();
        }
        return find("path:", path, message).or(() -> find("query:", query, message));
    }

    private static Optional<String> find(String kind, Map<String, List<String>> values, String message) {
        return values.entrySet().stream()
                .filter(parameter ->
                        parameter.getValue().stream().anyMatch(value -> !value.isEmpty() && message.contains(value)))
                .map(parameter -> kind + parameter.getKey())
                .findFirst();
    }
}
