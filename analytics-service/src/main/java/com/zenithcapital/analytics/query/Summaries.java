package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.question.Filter;
import com.zenithcapital.analytics.question.Grain;
import com.zenithcapital.analytics.question.Period;
import com.zenithcapital.analytics.question.Words;
import com.zenithcapital.platform.input.QueryParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sums of a period beside those of the one before. */
@ApplicationScoped
public class Summaries {

    private static final Set<String> KNOWN = Words.of(Period.WORDS, Filter.WORDS, List.of());

    private final Course course;
    private final Clock clock;

    Summaries(Course course, Clock clock) {
        this.course = course;
        this.clock = clock;
    }

    public Summary answer(QueryParameters parameters) {
        parameters.only(KNOWN);
        Period period = Period.of(parameters, Grain.QUARTER, clock.instant());
        Optional<Filter> filter = Filter.of(parameters);
        List<Figures> figures =
                course.of(Subject.of(filter), List.of(period.before().from(), period.from(), period.to()));
        return Summary.of(period, filter.isEmpty(), figures.getLast(), figures.getFirst());
    }
}
