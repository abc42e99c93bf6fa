package com.zenithcapital.analytics.query;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.input.QueryParameters;
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

    /** Readers who first came in the same week and came again in the same ones. */
    private record Came(LocalDate first, long weeks, long readers) {}

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

    /**
     * One pass over all weeks of all readers, each reader's weeks as bits from the earliest on: some ten thousand rows, which
     * two joins of the same would cost several times.
     */
    private Map<Cell, Long> readers(LocalDate earliest) {
        Map<Cell, Long> readers = new HashMap<>();
        List<Came> came = database.list(
                """
                select first, weeks, count(*) as readers
                from (
                    select min(week) as first,
                           bit_or(case when week >= ? then 1::bigint << ((week - ?) / 7) else 0 end) as weeks
                    from reader_week
                    group by reader
                ) as reader
                where first >= ?
                group by first, weeks
                """,
                row -> new Came(LocalDate.parse(row.text("first")), row.number("weeks"), row.number("readers")),
                earliest,
                earliest,
                earliest);
        for (Came some : came) {
            int first = (int) ChronoUnit.WEEKS.between(earliest, some.first());
            for (int after = 0; first + after < MOST; after++) {
                if (((some.weeks() >> (first + after)) & 1) == 1) {
                    readers.merge(new Cell(some.first(), after), some.readers(), Long::sum);
                }
            }
        }
        return readers;
    }
}
