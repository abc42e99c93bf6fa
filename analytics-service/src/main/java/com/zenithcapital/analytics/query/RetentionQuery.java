package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.question.QueryParameters;
import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which weeks signed-in clients come back. */
@ApplicationScoped
public class RetentionQuery {

    private static final int UNASKED = 8;
    private static final int MOST = 52;

    private final Database database;
    private final Clock clock;

    RetentionQuery(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Cell(LocalDate first, int after) {}

    public Retention answer(QueryParameters parameters) {
        parameters.only(Set.of("weeks"));
        int weeks = parameters.number("weeks", 1, MOST).orElse(UNASKED);
        LocalDate current = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate earliest = current.minusWeeks(weeks - 1L);
        Map<Cell, Long> readers = readers(earliest);
        List<Retention.Cohort> cohorts = new ArrayList<>();
        for (LocalDate week = earliest; !week.isAfter(current); week = week.plusWeeks(1)) {
            long size = readers.getOrDefault(new Cell(week, 0), 0L);
            List<Retention.Return> returns = new ArrayList<>();
            for (int after = 0; after <= ChronoUnit.WEEKS.between(week, current); after++) {
                long back = readers.getOrDefault(new Cell(week, after), 0L);
                returns.add(new Retention.Return(
                        after, back, size == 0 ? 0 : (double) Math.round(back * 10_000.0 / size) / 10_000));
            }
            cohorts.add(new Retention.Cohort(week, size, returns));
        }
        return new Retention(weeks, cohorts);
    }

    /** By reader_week_week whose first week it was, by the primary key, which also has their later ones. */
    private Map<Cell, Long> readers(LocalDate earliest) {
        Map<Cell, Long> readers = new HashMap<>();
        database.list(
                """
                select cohort.first::text as first, (w.week - cohort.first) / 7 as after, count(*) as readers
                from (
                    select r.reader, r.week as first
                    from reader_week r
                    where r.week >= ?
                      and not exists (select from reader_week e where e.reader = r.reader and e.week < r.week)
                ) as cohort
                join reader_week w on w.reader = cohort.reader and w.week >= ?
                group by cohort.first, after
                """,
                row -> readers.put(
                        new Cell(LocalDate.parse(row.text("first")), row.integer("after")), row.number("readers")),
                earliest,
                earliest);
        return readers;
    }
}
