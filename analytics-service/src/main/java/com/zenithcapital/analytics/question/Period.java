package com.zenithcapital.analytics.question;

import static com.zenithcapital.platform.input.QueryParameters.refused;

import com.zenithcapital.platform.input.QueryParameters;
import com.zenithcapital.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * The time that a question speaks of, from and not with {@code to}.
 *
 * @param zone whose days, weeks and months are meant
 */
public record Period(Instant from, Instant to, ZoneId zone) {

    /** The parameters that say it. */
    public static final Set<String> WORDS = Set.of("from", "to", "zone");

    /** The same of what is counted by days of UTC. */
    public static final Set<String> WORDS_OF_DAYS = Set.of("from", "to");

    private static final int DAYS_UNASKED = 30;
    private static final int MOST_YEARS = 2;

    /** What comes before is no time of a web site, and no zone's offset of then falls on quarters. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 9_998;

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A period ends after it begins");
        }
    }

    /**
     * What the parameters say: {@code from} and {@code to} each a time (RFC 3339) or a date, which is its midnight in
     * {@code zone}. Unasked it is the last thirty days, today being the last of them, up to now.
     */
    public static Period of(QueryParameters parameters, Grain grain, Instant now) {
        ZoneId zone = zone(parameters);
        Instant to = time(parameters, "to", zone, grain).orElseGet(() -> next(now, grain));
        Instant from = time(parameters, "from", zone, grain).orElseGet(() -> before(to, zone, grain));
        if (!from.isBefore(to)) {
            throw refused(parameters.has("from") ? "from" : "to", "from is earlier than to.");
        }
        if (to.isAfter(from.atZone(zone).plusYears(MOST_YEARS).toInstant())) {
            throw refused("from", "from and to are at most %d years apart.".formatted(MOST_YEARS));
        }
        return new Period(from, to, zone);
    }

    /** Of what is counted by days of UTC; {@code zone} is not asked for. */
    public static Period ofDays(QueryParameters parameters, Instant now) {
        return of(parameters, Grain.DAY, now);
    }

    /** The one of equal length that ended when this began. */
    public Period before() {
        return new Period(from.minus(length()), from, zone);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** Of a period that begins and ends at midnights of UTC. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(from, ZoneOffset.UTC);
    }

    /** The day after the last. */
    public LocalDate endDay() {
        return LocalDate.ofInstant(to, ZoneOffset.UTC);
    }

    private static Instant next(Instant now, Grain grain) {
        long seconds = grain.length().toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds + seconds);
    }

    private static Instant before(Instant to, ZoneId zone, Grain grain) {
        if (grain == Grain.MINUTE) {
            // Minutes are kept for a day: a month of them would be refused.
            return to.minus(Duration.ofHours(1));
        }
        return LocalDate.ofInstant(to.minusNanos(1), zone)
                .minusDays(DAYS_UNASKED - 1L)
                .atStartOfDay(zone)
                .toInstant();
    }

    private static ZoneId zone(QueryParameters parameters) {
        return parameters
                .text("zone", 60)
                .map(name -> {
                    if (!ZoneId.getAvailableZoneIds().contains(name)) {
                        throw refused("zone", "zone is a name of the IANA time zones, such as Europe/Berlin.");
                    }
                    return ZoneId.of(name);
                })
                .orElse(ZoneId.of("UTC"));
    }

    private static Optional<Instant> time(QueryParameters parameters, String name, ZoneId zone, Grain grain) {
        Optional<Instant> time = parameters.text(name, 40).map(text -> read(name, text, zone));
        time.filter(instant ->
                        Math.floorMod(instant.getEpochSecond(), grain.length().toSeconds()) != 0
                                || instant.getNano() != 0)
                .ifPresent(_ -> {
                    throw refused(name, "%s falls on %s.".formatted(name, grain.words()));
                });
        return time;
    }

    private static Instant read(String name, String text, ZoneId zone) {
        ZonedDateTime time;
        try {
            time = text.length() == "2026-03-01".length()
                    ? LocalDate.parse(text).atStartOfDay(zone)
                    : OffsetDateTime.parse(text).toZonedDateTime();
        } catch (DateTimeException e) {
            throw notATime(name).causedBy(e);
        }
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw notATime(name);
        }
        return time.toInstant();
    }

    private static ProblemException notATime(String name) {
        return refused(
                name,
                "%s is a date such as 2026-03-01, or a time as RFC 3339 writes it, such as 2026-03-01T09:00:00Z, since %d."
                        .formatted(name, FIRST_YEAR));
    }
}
