package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.question.QueryParameters.refused;
import static com.zenithcapital.analytics.question.QueryProblem.UNSUPPORTED_FILTER;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.question.Filter;
import com.zenithcapital.analytics.question.Grain;
import com.zenithcapital.analytics.question.Period;
import com.zenithcapital.analytics.question.QueryParameters;
import com.zenithcapital.analytics.question.Words;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
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
        parameters.only(KNOWN);
        Instant now = clock.instant();
        Dimension dimension = parameters
                .word("dimension", Filter.WORDS)
                .flatMap(Dimension::named)
                .orElseThrow(() -> refused(
                        "dimension", "Say by what: dimension is one of %s.".formatted(String.join(", ", Filter.WORDS))));
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
            throw refused("sort", "By visitors only whole days of UTC are sorted: let from and to be midnights of UTC.");
        }
        Limit limit = Limit.parse(parameters.raw("limit"));
        String list = "analytics-%s-by-%s".formatted(dimension.word(), sort.word());
        Page<Breakdown.Item> page = Page.of(
                rows.list(
                        aspect,
                        stretch,
                        sort,
                        limit.plusOne(),
                        Cursor.decode(list, parameters.raw("cursor"))),
                limit,
                last -> Cursor.of(list, last.by(sort), last.value()));
        return new Breakdown(
                period.from(),
                period.to(),
                period.zone().getId(),
                dimension.word(),
                sort.word(),
                page.items(),
                page.next(),
                Uniques.STATED);
    }
}
