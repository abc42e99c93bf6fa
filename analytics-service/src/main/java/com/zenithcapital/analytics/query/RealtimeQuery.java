package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.event.Visitors;
import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The last half hour, from the roll-ups of minutes. */
@ApplicationScoped
class RealtimeQuery {

    private static final int MINUTES = 30;
    private static final int TOP = 10;
    private static final List<Dimension> SHOWN =
            List.of(Dimension.PAGE, Dimension.SOURCE, Dimension.COUNTRY, Dimension.INSIGHT);

    private final Rollups rollups;
    private final Database database;
    private final Clock clock;

    RealtimeQuery(Rollups rollups, Database database, Clock clock) {
        this.rollups = rollups;
        this.database = database;
        this.clock = clock;
    }

    private record Key(Dimension dimension, String value) {}

    private record Top(Dimension dimension, Breakdown.Item item) {}

    Realtime answer() {
        Instant to = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        Instant from = to.minus(Duration.ofMinutes(MINUTES));
        List<Cell> cells = rollups.minutes(Subject.SITE, from, to);
        Figures sum = cells.stream().map(Cell::figures).reduce(Figures.NONE, Figures::plus);
        Visitors visitors = new Visitors();
        cells.forEach(cell -> visitors.add(cell.sketch()));
        Map<Dimension, List<Breakdown.Item>> tops = tops(from, to);
        return new Realtime(
                from,
                to,
                visitors.estimate(),
                sum.visits(),
                sum.pageviews(),
                sum.downloads(),
                sum.others(),
                points(from, cells),
                tops.getOrDefault(Dimension.PAGE, List.of()),
                tops.getOrDefault(Dimension.SOURCE, List.of()),
                tops.getOrDefault(Dimension.COUNTRY, List.of()),
                tops.getOrDefault(Dimension.INSIGHT, List.of()),
                Uniques.STATED);
    }

    private static List<Timeseries.Point> points(Instant from, List<Cell> cells) {
        Map<Instant, Cell> bySlot = cells.stream().collect(Collectors.toMap(Cell::slot, Function.identity()));
        List<Timeseries.Point> points = new ArrayList<>();
        for (int i = 0; i < MINUTES; i++) {
            Instant at = from.plus(Duration.ofMinutes(i));
            @Nullable Cell cell = bySlot.get(at);
            Figures figures = cell == null
                    ? Figures.NONE
                    : cell.figures().withVisitors(Visitors.of(cell.sketch()).estimate());
            points.add(Timeseries.Point.of(at.atOffset(ZoneOffset.UTC), figures));
        }
        return points;
    }

    /** By rollup_minute's primary key, a dimension at a time. */
    private Map<Dimension, List<Breakdown.Item>> tops(Instant from, Instant to) {
        List<Top> tops = database.list(
                """
                select dimension, value, pageviews, visits, downloads, others
                from (
                    select dimension, value, sum(pageviews)::bigint as pageviews, sum(visits)::bigint as visits,
                           sum(downloads)::bigint as downloads, sum(others)::bigint as others,
                           row_number() over (partition by dimension order by sum(pageviews) desc, value collate "C") as place
                    from rollup_minute
                    where dimension = any (?::text[]::smallint[]) and slot >= ? and slot < ?
                    group by dimension, value
                ) as ranked
                where place <= ?
                order by dimension, place
                """,
                row -> new Top(
                        dimension(row.integer("dimension")),
                        new Breakdown.Item(
                                row.text("value"),
                                0,
                                row.number("visits"),
                                row.number("pageviews"),
                                row.number("downloads"),
                                row.number("others"))),
                SHOWN.stream()
                        .map(dimension -> Integer.toString(dimension.code()))
                        .toList(),
                from,
                to,
                TOP);
        Map<Key, Visitors> visitors = visitors(tops, from, to);
        return tops.stream()
                .collect(Collectors.groupingBy(
                        Top::dimension,
                        Collectors.mapping(
                                top -> top.item()
                                        .withVisitors(visitors.getOrDefault(
                                                        new Key(
                                                                top.dimension(),
                                                                top.item().value()),
                                                        new Visitors())
                                                .estimate()),
                                Collectors.toList())));
    }

    /** By rollup_minute's primary key, a value and a minute at a time. */
    private Map<Key, Visitors> visitors(List<Top> tops, Instant from, Instant to) {
        Map<Key, Visitors> visitors = new HashMap<>();
        database.list(
                """
                select m.dimension, m.value, m.sketch
                from unnest(?::text[]::smallint[], ?::text[]) as v (dimension, value)
                cross join generate_series(?::timestamptz, ?::timestamptz - interval '1 second', interval '1 minute') as s (slot)
                join rollup_minute m on m.dimension = v.dimension and m.slot = s.slot and m.value = v.value
                """,
                row -> {
                    Key key = new Key(dimension(row.integer("dimension")), row.text("value"));
                    Visitors own = visitors.computeIfAbsent(key, _ -> new Visitors());
                    own.add(row.bytes("sketch"));
                    return key;
                },
                tops.stream()
                        .map(top -> Integer.toString(top.dimension().code()))
                        .toList(),
                tops.stream().map(top -> top.item().value()).toList(),
                from,
                to);
        return visitors;
    }

    private static Dimension dimension(int code) {
        return SHOWN.stream()
                .filter(dimension -> dimension.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
