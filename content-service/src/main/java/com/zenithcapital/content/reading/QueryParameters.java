package com.zenithcapital.content.reading;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.platform.problem.FieldError;
import com.zenithcapital.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of an address, taken at their word: an unknown one, or one that comes twice, is refused. */
final class QueryParameters {

    private final Map<String, List<String>> values;

    private QueryParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    static QueryParameters of(Map<String, List<String>> values, Set<String> known) {
        List<FieldError> errors = new ArrayList<>();
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                errors.add(new FieldError(
                        "query:" + name,
                        known.isEmpty()
                                ? "This takes no parameters."
                                : "There is no such parameter here; there are "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()) + "."));
            } else if (given.size() > 1) {
                errors.add(new FieldError("query:" + name, name + " is given once at most."));
            }
        });
        if (!errors.isEmpty()) {
            throw INVALID_REQUEST
                    .because(errors.getFirst().pointer() + ": "
                            + errors.getFirst().detail())
                    .with(errors);
        }
        return new QueryParameters(values);
    }

    /** As it came; null when it did not. */
    @Nullable
    String raw(String name) {
        @Nullable List<String> given = values.get(name);
        return given == null ? null : given.getFirst();
    }

    /** A text of one line with something in it. */
    Optional<String> text(String name, int longest) {
        @Nullable String value = raw(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value.isBlank()) {
            throw refused(name, name + " has nothing in it: leave it out.");
        }
        if (value.length() > longest) {
            throw refused(
                    name, "%s has %d characters; there may be %d at most.".formatted(name, value.length(), longest));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw refused(name, name + " has a control character in it.");
        }
        return Optional.of(value.strip());
    }

    Optional<Instant> time(String name) {
        return text(name, 40).map(value -> {
            try {
                OffsetDateTime time = OffsetDateTime.parse(value);
                if (time.getYear() >= 1 && time.getYear() <= 9_999) {
                    return time.toInstant();
                }
            } catch (DateTimeException e) {
                throw notATime(name).causedBy(e);
            }
            throw notATime(name);
        });
    }

    static ProblemException refused(String name, String detail) {
        return INVALID_REQUEST.at("query:" + name, detail);
    }

    private static ProblemException notATime(String name) {
        return refused(name, name + " is a time as RFC 3339 writes it, such as 2026-03-01T09:00:00Z.");
    }
}
