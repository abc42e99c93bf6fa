package com.zenithcapital.analytics.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was counted of a subject from each of some times to the next, whatever zone they were made in. Days of UTC that lie
 * wholly within two times are read as such; of others the parts are put together.
 */
@ApplicationScoped
class Course {

    private final Rollups rollups;
    private final Clock clock;

    Course(Rollups rollups, Clock clock) {
        this.rollups = rollups;
        this.clock = clock;
    }

    /** Of one UTC day the quarters of an hour that belong to one answer. */
    private record Piece(int answer, LocalDate day, int first, int end) {

        boolean isWhole() {
            return first == 0 && end == DayParts.IN_A_DAY;
        }
    }

    /**
     * One answer less than there are times.
     *
     * @param times ascending, each on a quarter of an hour
     */
    List<Figures> of(Subject subject, List<Instant> times) {
        List<Piece> pieces = pieces(times);
        Map<LocalDate, Figures> days = wholeDays(subject, pieces);
        Map<LocalDate, DayParts> parts = parts(subject, pieces);
        Figures[] answers = new Figures[times.size() - 1];
        Arrays.fill(answers, Figures.NONE);
        for (Piece piece : pieces) {
            Figures figures = piece.isWhole()
                    ? days.getOrDefault(piece.day(), Figures.NONE)
                    : parts.getOrDefault(piece.day(), DayParts.NOTHING).between(piece.first(), piece.end());
            answers[piece.answer()] = answers[piece.answer()].plus(figures);
        }
        return List.of(answers);
    }

    private List<Piece> pieces(List<Instant> times) {
        Instant now = clock.instant();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < times.size(); i++) {
            Instant from = times.get(i);
            Instant to = times.get(i + 1);
            while (from.isBefore(to)) {
                LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
                Instant midnight = midnight(day);
                Instant next = midnight(day.plusDays(1));
                Instant end = to.isBefore(next) ? to : next;
                // Nothing has happened yet from now on: today up to now is the whole of today.
                pieces.add(new Piece(
                        i, day, quarter(midnight, from), end.isBefore(now) ? quarter(midnight, end) : DayParts.IN_A_DAY));
                from = end;
            }
        }
        return pieces;
    }

    private Map<LocalDate, Figures> wholeDays(Subject subject, List<Piece> pieces) {
        NavigableMap<LocalDate, Piece> whole = new TreeMap<>();
        pieces.stream().filter(Piece::isWhole).forEach(piece -> whole.put(piece.day(), piece));
        return whole.isEmpty()
                ? Map.of()
                : rollups.days(subject, whole.firstKey(), whole.lastKey().plusDays(1));
    }

    private Map<LocalDate, DayParts> parts(Subject subject, List<Piece> pieces) {
        Map<LocalDate, DayParts> parts = new HashMap<>();
        List<LocalDate> days = pieces.stream()
                .filter(piece -> !piece.isWhole())
                .map(Piece::day)
                .distinct()
                .toList();
        for (LocalDate day : days) {
            Instant midnight = midnight(day);
            List<Piece> own = pieces.stream()
                    .filter(piece -> piece.day().equals(day) && !piece.isWhole())
                    .toList();
            parts.put(
                    day,
                    new Quarters(
                            midnight,
                            rollups.quarters(
                                    subject,
                                    midnight.plus(Duration.ofMinutes(
                                            (long) own.getFirst().first() * DayParts.MINUTES)),
                                    midnight.plus(Duration.ofMinutes(
                                            (long) own.getLast().end() * DayParts.MINUTES)))));
        }
        return parts;
    }

    private static int quarter(Instant midnight, Instant time) {
        return (int) (Duration.between(midnight, time).toMinutes() / DayParts.MINUTES);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
