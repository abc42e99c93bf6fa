package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.question.QueryProblem.UNSUPPORTED_FILTER;
import static com.zenithcapital.platform.input.QueryParameters.refused;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.question.Filter;
import com.zenithcapital.analytics.question.Grain;
import com.zenithcapital.analytics.question.Period;
import com.zenithcapital.analytics.question.Words;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.input.QueryParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Periods by the values of a dimension. */
@ApplicationScoped
public class BreakdownQuery {

    private static final Set<String> KNOWN =
            Words.of(Period.WORDS, Filter.WORDS, List.of("dimension", "sort", "limit", "cursor"));

    private final BreakdownRows rows;
    private final Clock clock;

    BreakdownQuery(BreakdownRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public Breakdown answer(QueryParameters parameters) {
        return answer(parameters, Limit.parse(parameters.raw("limit")).value());
    }

    /** The same with as many items as one likes, for who reads on to the end. */
    public Breakdown answer(QueryParameters parameters, int items) {
        parameters.only(KNOWN);
        Instant now = clock.instant();
        Dimension dimension = parameters
                .word("dimension", Filter.WORDS)
                .flatMap(Dimension::named)
                .orElseThrow(() -> refused(
                        "dimension",
                        "Say by what: dimension is one of %s.".formatted(String.join(", ", Filter.WORDS))));
        Period period = Period.of(parameters, Grain.QUARTER, now);
        Stretch stretch = Stretch.of(period, now);
        Aspect aspect = Aspect.of(dimension, Filter.of(parameters));
        if (aspect.rolledUp().isPair() && !stretch.isWholeDays()) {
            throw UNSUPPORTED_FILTER.at(
                    "query:from",
                    "Two dimensions together are counted by days of UTC: with a filter, from and to are midnights of UTC.");
        }
        Sort sort = parameters.word("sort", Sort.WORDS).map(Sort::named).orElse(Sort.PAGEVIEWS);
        if (sort == Sort.VISITORS && !stretch.isWholeDays()) {
            throw refused(
                    "sort", "By visitors only whole days of UTC are sorted: let from and to be midnights of UTC.");
        }
        String list = "analytics-%s-by-%s".formatted(dimension.word(), sort.word());
        List<Breakdown.Item> found =
                rows.list(aspect, stretch, sort, items + 1, Cursor.decode(list, parameters.raw("cursor")));
        boolean more = found.size() > items;
        List<Breakdown.Item> page = more ? found.subList(0, items) : found;
        return new Breakdown(
                period.from(),
                period.to(),
                period.zone().getId(),
                dimension.word(),
                sort.word(),
                page,
                more
                        ? Cursor.of(
                                        list,
                                        page.getLast().by(sort),
                                        page.getLast().value())
                                .encode()
                        : null,
                Uniques.STATED);
    }
}
