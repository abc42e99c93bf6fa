package com.zenithcapital.analytics.question;

import static com.zenithcapital.analytics.question.QueryProblem.UNSUPPORTED_FILTER;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.platform.input.QueryParameters;
import com.zenithcapital.platform.problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an answer keeps to: {@code channel=search}. */
public record Filter(Dimension dimension, String value) {

    /** Longer ones are not stored. */
    private static final int LONGEST = 2_000;

    /** The names of all dimensions: the parameters that filter. */
    public static final List<String> WORDS = Arrays.stream(Dimension.values())
            .filter(dimension -> dimension != Dimension.TOTAL && !dimension.isPair())
            .map(Dimension::word)
            .toList();

    /** The one among the parameters; of two there is no roll-up. */
    public static Optional<Filter> of(QueryParameters parameters) {
        List<String> given = WORDS.stream().filter(parameters::has).toList();
        if (given.size() > 1) {
            throw UNSUPPORTED_FILTER
                    .because("This is counted by one dimension at a time: give one of %s, not %s."
                            .formatted(String.join(", ", WORDS), String.join(" and ", given)))
                    .with(given.stream()
                            .map(name -> new FieldError("query:" + name, "There is another filter beside it."))
                            .toList());
        }
        return given.stream()
                .findFirst()
                .map(name -> new Filter(
                        Dimension.named(name).orElseThrow(),
                        parameters.text(name, LONGEST).orElseThrow()));
    }
}
