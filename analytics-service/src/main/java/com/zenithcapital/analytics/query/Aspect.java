package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.question.QueryProblem.UNSUPPORTED_FILTER;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.question.Filter;
import com.zenithcapital.platform.problem.FieldError;
import com.zenithcapital.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a breakdown shows: the values of a dimension; or, of a pair, the values of one beside a given value of the other.
 *
 * @param rolledUp the dimension, or the pair, whose rows hold it
 */
record Aspect(Dimension shown, Optional<Filter> filter, Dimension rolledUp) {

    static Aspect of(Dimension shown, Optional<Filter> filter) {
        return new Aspect(
                shown,
                filter,
                filter.map(kept -> pair(shown, kept).orElseThrow(() -> unsupported(shown, kept)))
                        .orElse(shown));
    }

    /** Whether the shown one is the first of its pair. */
    boolean showsFirst() {
        return rolledUp.parts().getFirst() == shown;
    }

    private static Optional<Dimension> pair(Dimension shown, Filter filter) {
        // Of a dimension by itself there is none, though each pair it is in would seem to be one.
        return shown == filter.dimension() ? Optional.empty() : Dimension.pairOf(shown, filter.dimension());
    }

    private static ProblemException unsupported(Dimension shown, Filter filter) {
        List<Dimension> others = Arrays.stream(Dimension.values())
                .filter(pair -> pair.parts().contains(shown))
                .flatMap(pair -> pair.parts().stream())
                .filter(part -> part != shown)
                .toList();
        String ways = others.isEmpty()
                ? "A breakdown by %s takes no filter.".formatted(shown.word())
                : "A breakdown by %s takes one of %s as its filter."
                        .formatted(
                                shown.word(),
                                others.stream().map(Dimension::word).collect(Collectors.joining(", ")));
        String pairs = Arrays.stream(Dimension.values())
                .filter(Dimension::isPair)
                .map(pair -> pair.parts().getFirst().word() + " with "
                        + pair.parts().getLast().word())
                .collect(Collectors.joining("; "));
        return UNSUPPORTED_FILTER
                .because("%s Counted together are: %s.".formatted(ways, pairs))
                .with(List.of(new FieldError("query:" + filter.dimension().word(), ways)));
    }
}
