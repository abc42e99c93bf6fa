package com.zenithcapital.analytics.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was counted of a subject from each of some times to the next, whatever zone they were made in. Days of UTC that lie
 * wholly within two times are read as such; of others the parts are put together.
 */
@ApplicationScoped
class Course {

    private final Rollups rollups;
    private final DayCourses courses;
    private final Clock clock;

    Course(Rollups rollups, DayCourses courses, Clock clock) {
        this.rollups = rollups;
        this.courses = courses;
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
                        i,
                        day,
                        quarter(midnight, from),
                        end.isBefore(now) ? quarter(midnight, end) : DayParts.IN_A_DAY));
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

    /** Of settled days their stored courses; of the others, and of parts that no course knows, the quarters. */
    private Map<LocalDate, DayParts> parts(Subject subject, List<Piece> pieces) {
        List<Piece> partial = pieces.stream().filter(piece -> !piece.isWhole()).toList();
        if (partial.isEmpty()) {
            return Map.of();
        }
        Map<LocalDate, Optional<DayCourse>> stored = courses.of(
                subject, partial.getFirst().day(), partial.getLast().day().plusDays(1));
        Map<LocalDate, DayParts> parts = new HashMap<>();
        NavigableMap<LocalDate, List<Piece>> rest = new TreeMap<>();
        for (Piece piece : partial) {
            Optional<DayCourse> course = stored.getOrDefault(piece.day(), Optional.empty());
            if (!stored.containsKey(piece.day()) || !DayCourse.knows(piece.first(), piece.end())) {
                rest.computeIfAbsent(piece.day(), _ -> new ArrayList<>()).add(piece);
            } else {
                parts.put(
                        piece.day(),
                        course.<DayParts>map(known -> known::between).orElse(DayParts.NOTHING));
            }
        }
        // A day is read in one way or the other, never half in each.
        rest.putAll(partial.stream()
                .filter(piece -> rest.containsKey(piece.day()))
                .collect(Collectors.groupingBy(Piece::day)));
        parts.putAll(quarters(subject, rest));
        return parts;
    }

    /** One look for each run of days. */
    private Map<LocalDate, DayParts> quarters(Subject subject, NavigableMap<LocalDate, List<Piece>> days) {
        Map<LocalDate, DayParts> parts = new HashMap<>();
        List<Piece> run = new ArrayList<>();
        for (Map.Entry<LocalDate, List<Piece>> day : days.entrySet()) {
            run.addAll(day.getValue());
            if (!days.containsKey(day.getKey().plusDays(1))) {
                Instant from = time(run.getFirst().day(), run.getFirst().first());
                Instant to = time(run.getLast().day(), run.getLast().end());
                Map<LocalDate, List<Cell>> cells = rollups.quarters(subject, from, to).stream()
                        .collect(Collectors.groupingBy(cell -> LocalDate.ofInstant(cell.slot(), ZoneOffset.UTC)));
                cells.forEach((known, own) -> parts.put(known, new Quarters(midnight(known), own)));
                run.clear();
            }
        }
        return parts;
    }

    private static Instant time(LocalDate day, int quarter) {
        return midnight(day).plus(Duration.ofMinutes((long) quarter * DayParts.MINUTES));
    }

    private static int quarter(Instant midnight, Instant time) {
        return (int) (Duration.between(midnight, time).toMinutes() / DayParts.MINUTES);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
