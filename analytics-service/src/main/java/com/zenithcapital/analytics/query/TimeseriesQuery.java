package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.question.QueryProblem.UNSUPPORTED_FILTER;
import static com.zenithcapital.platform.input.QueryParameters.refused;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.event.Visitors;
import com.zenithcapital.analytics.question.Filter;
import com.zenithcapital.analytics.question.Grain;
import com.zenithcapital.analytics.question.Period;
import com.zenithcapital.analytics.question.Words;
import com.zenithcapital.platform.input.QueryParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Courses over time. */
@ApplicationScoped
public class TimeseriesQuery {

    private static final Set<String> KNOWN = Words.of(Period.WORDS, Filter.WORDS, List.of("interval"));

    private static final int MOST_POINTS = 2_000;

    /** For how long minutes are kept. */
    private static final Duration MINUTES_KEPT = Duration.ofHours(24);

    /** Those that roll-ups of minutes have. */
    private static final List<Dimension> BY_MINUTE = List.of(
            Dimension.PAGE, Dimension.SOURCE, Dimension.COUNTRY, Dimension.EVENT, Dimension.INSIGHT, Dimension.MODEL);

    private final Course course;
    private final Rollups rollups;
    private final Clock clock;

    TimeseriesQuery(Course course, Rollups rollups, Clock clock) {
        this.course = course;
        this.rollups = rollups;
        this.clock = clock;
    }

    public Timeseries answer(QueryParameters parameters) {
        parameters.only(KNOWN);
        Instant now = clock.instant();
        Optional<Interval> asked = parameters.word("interval", Interval.WORDS).map(Interval::named);
        boolean minutes = asked.filter(Interval.MINUTE::equals).isPresent();
        Period period = Period.of(parameters, minutes ? Grain.MINUTE : Grain.QUARTER, now);
        if (minutes && period.from().isBefore(now.minus(MINUTES_KEPT))) {
            throw refused("from", "Minutes are kept for the last %d hours.".formatted(MINUTES_KEPT.toHours()));
        }
        Interval interval = asked.orElseGet(() -> Interval.fitting(period));
        Optional<Filter> filter = Filter.of(parameters);
        if (minutes) {
            filter.map(Filter::dimension)
                    .filter(dimension -> !BY_MINUTE.contains(dimension))
                    .ifPresent(TimeseriesQuery::refuseMinutes);
        }
        Subject subject = Subject.of(filter);
        List<ZonedDateTime> times = times(period, interval);
        List<Instant> instants = times.stream().map(ZonedDateTime::toInstant).toList();
        List<Figures> figures = minutes ? minutes(subject, instants) : course.of(subject, instants);
        List<Timeseries.Point> points = new ArrayList<>(figures.size());
        for (int i = 0; i < figures.size(); i++) {
            points.add(Timeseries.Point.of(times.get(i).toOffsetDateTime(), figures.get(i)));
        }
        return new Timeseries(
                period.from(), period.to(), period.zone().getId(), interval.word(), points, Uniques.STATED);
    }

    private static void refuseMinutes(Dimension dimension) {
        throw UNSUPPORTED_FILTER.at(
                "query:" + dimension.word(),
                "By the minute there are counted: %s."
                        .formatted(BY_MINUTE.stream().map(Dimension::word).collect(Collectors.joining(", "))));
    }

    /** Where the points begin, and last where the period ends. */
    private static List<ZonedDateTime> times(Period period, Interval interval) {
        List<ZonedDateTime> times = new ArrayList<>();
        ZonedDateTime end = period.to().atZone(period.zone());
        for (ZonedDateTime time = period.from().atZone(period.zone());
                time.isBefore(end);
                time = interval.after(time)) {
            if (times.size() == MOST_POINTS) {
                throw refused(
                        "interval",
                        "From %s to %s there are more than %d points of a %s. Ask for a shorter time or longer intervals."
                                .formatted(period.from(), period.to(), MOST_POINTS, interval.word()));
            }
            times.add(time);
        }
        times.add(end);
        return Collections.unmodifiableList(times);
    }

    private List<Figures> minutes(Subject subject, List<Instant> times) {
        Map<Instant, Cell> cells = rollups.minutes(subject, times.getFirst(), times.getLast()).stream()
                .collect(Collectors.toMap(Cell::slot, Function.identity()));
        return times.subList(0, times.size() - 1).stream()
                .map(time -> cells.containsKey(time) ? figures(cells.get(time)) : Figures.NONE)
                .toList();
    }

    private static Figures figures(Cell cell) {
        return cell.figures().withVisitors(Visitors.of(cell.sketch()).estimate());
    }
}
