package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.question.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long the points of a course are, on the clocks and calendars of its zone. */
enum Interval {
    MINUTE,
    QUARTER,
    HOUR,
    DAY,
    /** From Monday on (ISO 8601). */
    WEEK,
    MONTH;

    static final List<String> WORDS =
            Arrays.stream(values()).map(Interval::word).toList();

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Interval named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** One that makes neither few points nor too many. */
    static Interval fitting(Period period) {
        long hours = period.length().toHours();
        if (hours <= 12) {
            return QUARTER;
        }
        if (hours <= 3 * 24) {
            return HOUR;
        }
        if (hours <= 93 * 24) {
            return DAY;
        }
        return hours <= 400 * 24 ? WEEK : MONTH;
    }

    /** The beginning of the one after that in which a time lies. */
    ZonedDateTime after(ZonedDateTime time) {
        return switch (this) {
            case MINUTE -> time.plus(Duration.ofMinutes(1));
            case QUARTER -> time.plus(Duration.ofMinutes(15));
            case HOUR -> nextHour(time);
            case DAY -> midnight(time, time.toLocalDate().plusDays(1));
            case WEEK -> midnight(time, time.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            case MONTH -> midnight(time, time.toLocalDate().with(TemporalAdjusters.firstDayOfNextMonth()));
        };
    }

    /** Where clocks are put by half an hour (Lord Howe), the hour in which that happens is longer or shorter. */
    private static ZonedDateTime nextHour(ZonedDateTime time) {
        ZonedDateTime next = time.plusHours(1).truncatedTo(ChronoUnit.HOURS);
        return next.isAfter(time) ? next : time.plusHours(2).truncatedTo(ChronoUnit.HOURS);
    }

    /** Where a day has no midnight, its first moment. */
    private static ZonedDateTime midnight(ZonedDateTime time, LocalDate day) {
        return day.atStartOfDay(time.getZone());
    }
}
