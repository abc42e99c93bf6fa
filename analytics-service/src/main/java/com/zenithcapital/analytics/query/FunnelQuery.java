package com.zenithcapital.analytics.query;

import static com.zenithcapital.platform.input.QueryParameters.refused;

import com.zenithcapital.analytics.event.Steps;
import com.zenithcapital.analytics.question.Period;
import com.zenithcapital.analytics.question.Words;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.input.QueryParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far visits come on a way of named steps. */
@ApplicationScoped
public class FunnelQuery {

    private static final Set<String> KNOWN = Words.of(Period.WORDS_OF_DAYS, List.of("steps"), List.of());
    private static final int LEAST = 2;
    private static final int MOST = 8;

    /** Between the steps of a way, see visit_way. */
    private static final String ARROW = ">";

    private final Database database;
    private final WaySpans spans;
    private final Steps steps;
    private final Clock clock;

    FunnelQuery(Database database, WaySpans spans, Steps steps, Clock clock) {
        this.database = database;
        this.spans = spans;
        this.steps = steps;
        this.clock = clock;
    }

    private record Way(List<String> steps, long visits) {

        /** How many of the wanted steps it has, one after the other from the first on, whatever is between. */
        int reached(List<String> wanted) {
            int reached = 0;
            for (String step : steps) {
                if (reached < wanted.size() && step.equals(wanted.get(reached))) {
                    reached++;
                }
            }
            return reached;
        }
    }

    public Funnel answer(QueryParameters parameters) {
        parameters.only(KNOWN);
        Period period = Period.ofDays(parameters, clock.instant());
        List<String> wanted = wanted(parameters);
        long[] visits = new long[wanted.size()];
        for (Way way : ways(period)) {
            int reached = way.reached(wanted);
            for (int step = 0; step < reached; step++) {
                visits[step] += way.visits();
            }
        }
        List<Funnel.Step> found = new ArrayList<>();
        for (int step = 0; step < visits.length; step++) {
            long before = step == 0 ? visits[0] : visits[step - 1];
            long dropped = before - visits[step];
            found.add(new Funnel.Step(
                    wanted.get(step), visits[step], share(visits[step], visits[0]), dropped, share(dropped, before)));
        }
        return new Funnel(period.firstDay(), period.endDay(), found);
    }

    private List<String> wanted(QueryParameters parameters) {
        String names = "There are %s.".formatted(String.join(", ", steps.names()));
        List<String> wanted = List.of(parameters
                .text("steps", 400)
                .orElseThrow(() -> refused(
                        "steps", "steps is %d to %d names with commas between. %s".formatted(LEAST, MOST, names)))
                .split(",", -1));
        if (wanted.size() < LEAST || wanted.size() > MOST) {
            throw refused("steps", "steps is %d to %d names with commas between. %s".formatted(LEAST, MOST, names));
        }
        wanted.stream()
                .filter(name -> !steps.names().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refused("steps", "There is no step %s. %s".formatted(name, names));
                });
        return wanted;
    }

    /** By the primary keys of visit_way and visit_way_span. */
    private List<Way> ways(Period period) {
        Cover cover = spans.cover(period.firstDay(), period.endDay());
        List<@Nullable Object> arguments = new ArrayList<>(List.of(cover.lengths(), cover.firsts()));
        StringBuilder days = new StringBuilder();
        for (Cover.Days rest : cover.rest()) {
            days.append("union all select steps, visits from visit_way where day >= ? and day < ?\n");
            arguments.add(rest.first());
            arguments.add(rest.end());
        }
        return database.list(
                """
                select steps, sum(visits)::bigint as visits
                from (
                    select s.steps, s.visits
                    from unnest(?::text[]::smallint[], ?::text[]::date[]) as b (days, first)
                    join visit_way_span s on s.days = b.days and s.first = b.first
                    %s
                ) as way
                group by steps
                """.formatted(days),
                row -> new Way(List.of(row.text("steps").split(ARROW, -1)), row.number("visits")),
                arguments.toArray());
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) Math.round(part * 10_000.0 / whole) / 10_000;
    }
}
