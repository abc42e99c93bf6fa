package com.zenithcapital.analytics.query;

import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The courses of past days, and of what each day's were made. */
@ApplicationScoped
class DayCourses {

    /** What a day is made of: figures of the whole site; a visit that goes on changes its length and nothing else. */
    private static final String VERSION =
            "concat_ws('/', d.pageviews, d.visits, d.downloads, d.others, d.visitors, d.bounces, d.seconds)";

    private final Database database;

    DayCourses(Database database) {
        this.database = database;
    }

    /**
     * Of the days whose courses are still what was counted; empty where the subject had nothing on such a day. By the
     * primary keys.
     */
    Map<LocalDate, Optional<DayCourse>> of(Subject subject, LocalDate from, LocalDate to) {
        Map<LocalDate, Optional<DayCourse>> courses = new HashMap<>();
        database.list(
                """
                select s.day, c.figures
                from rollup_course_state s
                join rollup_day d on d.dimension = 0 and d.day = s.day and d.value = ''
                left join rollup_course c on c.dimension = ? and c.value = ? and c.day = s.day
                where s.day >= ? and s.day < ? and s.version = %s
                """.formatted(VERSION),
                row -> courses.put(
                        LocalDate.parse(row.text("day")),
                        row.optionalBytes("figures").map(DayCourse::read)),
                (short) subject.dimension().code(),
                subject.value(),
                from,
                to);
        return courses;
    }

    /** A day that is over and whose courses are missing, or were made of less an hour ago or earlier. The newest first. */
    Optional<LocalDate> due(LocalDate today) {
        return database.first("""
                select d.day
                from rollup_day d
                left join rollup_course_state s on s.day = d.day
                where d.dimension = 0 and d.value = '' and d.day < ?
                  and (s.day is null or s.version <> %s and s.settled_at < now() - interval '1 hour')
                order by d.day desc
                limit 1
                """.formatted(VERSION), row -> LocalDate.parse(row.text("day")), today);
    }

    /** Of what the day is made now. */
    Optional<String> version(LocalDate day) {
        return database.first(
                "select %s as version from rollup_day d where d.dimension = 0 and d.value = '' and d.day = ?"
                        .formatted(VERSION),
                row -> row.text("version"),
                day);
    }

    /** One dimension of a day, in the order of values and times. By rollup_quarter's primary key. */
    void settle(short dimension, LocalDate day) {
        var midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<String> values = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        String[] current = {""};
        Runnable end = () -> {
            if (!cells.isEmpty()) {
                values.add(current[0]);
                figures.add(
                        HexFormat.of().formatHex(DayCourse.of(midnight, cells).toBytes()));
                cells.clear();
            }
        };
        database.list(
                """
                select value, slot, visits, pageviews, downloads, others, bounces, seconds, sketch
                from rollup_quarter
                where dimension = ? and slot >= ? and slot < ?
                order by value, slot
                """,
                row -> {
                    String value = row.text("value");
                    if (!value.equals(current[0])) {
                        end.run();
                        current[0] = value;
                    }
                    cells.add(new Cell(row.instant("slot"), Rollups.figures(row), row.bytes("sketch")));
                    // Nothing of it is kept: only the courses are.
                    return Boolean.TRUE;
                },
                dimension,
                midnight,
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        end.run();
        database.update("delete from rollup_course where dimension = ? and day = ?", dimension, day);
        database.update("""
                insert into rollup_course (dimension, value, day, figures)
                select ?, v.value, ?, decode(v.figures, 'hex')
                from unnest(?::text[], ?::text[]) as v (value, figures)
                """, dimension, day, values, figures);
    }

    void settled(LocalDate day, String version) {
        database.update("""
                insert into rollup_course_state values (?, ?, now())
                on conflict (day) do update set version = excluded.version, settled_at = excluded.settled_at
                """, day, version);
    }
}
