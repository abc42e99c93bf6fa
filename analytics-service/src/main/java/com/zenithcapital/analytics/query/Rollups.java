package com.zenithcapital.analytics.query;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of roll-ups of one subject. */
@ApplicationScoped
class Rollups {

    private final Database database;

    Rollups(Database database) {
        this.database = database;
    }

    /** Whole days of UTC, those without any event left out. By rollup_day_of_value. */
    Map<LocalDate, Figures> days(Subject subject, LocalDate from, LocalDate to) {
        Map<LocalDate, Figures> days = new HashMap<>();
        database.list(
                """
                select day, visitors, visits, pageviews, downloads, others, bounces, seconds
                from rollup_day
                where dimension = ? and value = ? and day >= ? and day < ?
                """,
                row -> days.put(LocalDate.parse(row.text("day")), figures(row).withVisitors(row.number("visitors"))),
                (short) subject.dimension().code(),
                subject.value(),
                from,
                to);
        return days;
    }

    /** Quarters of an hour, in their order. By rollup_quarter's primary key, one look a quarter. */
    List<Cell> quarters(Subject subject, Instant from, Instant to) {
        return database.list(
                """
                select q.slot, q.visits, q.pageviews, q.downloads, q.others, q.bounces, q.seconds, q.sketch
                from generate_series(?::timestamptz, ?::timestamptz - interval '1 second', interval '15 minutes') as s (slot)
                join rollup_quarter q on q.dimension = ? and q.slot = s.slot and q.value = ?
                order by q.slot
                """,
                row -> new Cell(row.instant("slot"), figures(row), row.bytes("sketch")),
                from,
                to,
                (short) subject.dimension().code(),
                subject.value());
    }

    /** Minutes, in their order; of the last day alone are there any. By rollup_minute's primary key. */
    List<Cell> minutes(Subject subject, Instant from, Instant to) {
        return database.list(
                """
                select m.slot, m.visits, m.pageviews, m.downloads, m.others, 0::bigint as bounces, 0::bigint as seconds, m.sketch
                from generate_series(?::timestamptz, ?::timestamptz - interval '1 second', interval '1 minute') as s (slot)
                join rollup_minute m on m.dimension = ? and m.slot = s.slot and m.value = ?
                order by m.slot
                """,
                row -> new Cell(row.instant("slot"), figures(row), row.bytes("sketch")),
                from,
                to,
                (short) subject.dimension().code(),
                subject.value());
    }

    static Figures figures(Row row) throws SQLException {
        return new Figures(
                0,
                row.number("visits"),
                row.number("pageviews"),
                row.number("downloads"),
                row.number("others"),
                row.number("bounces"),
                row.number("seconds"));
    }
}
