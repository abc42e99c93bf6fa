package com.zenithcapital.platform.input;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.platform.problem.FieldError;
import com.zenithcapital.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address, taken at their word: a misspelt filter would answer for everything and look as if it had
 * been heeded, so an unknown one, or one that comes twice, is refused.
 */
public final class QueryParameters {

    private final Map<String, List<String>> values;

    private QueryParameters(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    /** As they came; what is known is said by {@link #only}. */
    public static QueryParameters of(Map<String, List<String>> values) {
        return new QueryParameters(values);
    }

    /** These, of which only the named ones may be there, each once. */
    public QueryParameters only(Collection<String> known) {
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
        return this;
    }

    /** That none of these comes twice; others may be there. */
    public void onlyOnce(Set<String> names) {
        names.stream()
                .filter(name -> values.getOrDefault(name, List.of()).size() > 1)
                .findFirst()
                .ifPresent(name -> {
                    throw refused(name, name + " is given once at most.");
                });
    }

    /** The rest, when these have been read. */
    public QueryParameters without(Set<String> names) {
        Map<String, List<String>> rest = new HashMap<>(values);
        rest.keySet().removeAll(names);
        return new QueryParameters(rest);
    }

    /** The same with one more, or another. */
    public QueryParameters with(String name, String value) {
        Map<String, List<String>> more = new HashMap<>(values);
        more.put(name, List.of(value));
        return new QueryParameters(more);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** As it came; null when it did not. */
    public @Nullable String raw(String name) {
        @Nullable List<String> given = values.get(name);
        return given == null ? null : given.getFirst();
    }

    /** A text of one line with something in it. */
    public Optional<String> text(String name, int longest) {
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

    /** A time as RFC 3339 writes it, in years of four digits. */
    public Optional<Instant> time(String name) {
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

    /** One of these words. */
    public Optional<String> word(String name, Collection<String> words) {
        @Nullable String value = raw(name);
        if (value != null && !words.contains(value)) {
            throw refused(name, "%s is one of %s.".formatted(name, String.join(", ", words)));
        }
        return Optional.ofNullable(value);
    }

    /** True or false. */
    public Optional<Boolean> flag(String name) {
        return word(name, List.of("true", "false")).map(Boolean::parseBoolean);
    }

    /** A whole number within these. */
    public Optional<Integer> number(String name, int least, int most) {
        @Nullable String value = raw(name);
        if (value == null) {
            return Optional.empty();
        }
        // Integer.parseInt would take "+5" and digits of other scripts.
        if (value.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        throw refused(name, "%s is a whole number from %d to %d.".formatted(name, least, most));
    }

    public static ProblemException refused(String name, String detail) {
        return INVALID_REQUEST.at("query:" + name, detail);
    }

    private static ProblemException notATime(String name) {
        return refused(name, name + " is a time as RFC 3339 writes it, such as 2026-03-01T09:00:00Z.");
    }
}
