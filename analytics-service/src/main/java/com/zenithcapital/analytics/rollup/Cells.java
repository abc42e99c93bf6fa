package com.zenithcapital.analytics.rollup;

import com.zenithcapital.analytics.event.Dimension;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The roll-ups of some events, in memory: a batch's, which is then added to the rows, or a day's, which is compared with
 * them. Each event changes some forty cells, so this is plain hash maps and nothing else.
 */
public final class Cells {

    private static final List<Dimension> SINGLES = Arrays.stream(Dimension.values())
            .filter(dimension -> !dimension.isPair())
            .toList();
    private static final List<Dimension> PAIRS =
            Arrays.stream(Dimension.values()).filter(Dimension::isPair).toList();

    private final Map<Grain, Map<Long, Slot>> slots = new EnumMap<>(Grain.class);
    private final Map<WayOfDay, Long> ways = new HashMap<>();
    private final boolean withMinutes;

    private Cells(boolean withMinutes) {
        this.withMinutes = withMinutes;
        for (Grain grain : Grain.values()) {
            slots.put(grain, new HashMap<>());
        }
    }

    public static Cells ofBatch() {
        return new Cells(true);
    }

    /** Without minutes, which do not last. */
    static Cells ofDay() {
        return new Cells(false);
    }

    /** Into the finest cells there are for it: {@link #fold} makes the coarser ones of them. */
    public void add(RawEvent event) {
        Slot quarter = slot(Grain.QUARTER, event.occurredAt());
        Slot minute = withMinutes ? slot(Grain.MINUTE, event.occurredAt()) : quarter;
        for (Dimension dimension : SINGLES) {
            @Nullable String value = event.value(dimension);
            if (value != null) {
                (Grain.MINUTE.has(dimension) ? minute : quarter)
                        .cell(dimension, value)
                        .add(event);
            }
        }
        Slot day = slot(Grain.DAY, event.occurredAt());
        for (Dimension pair : PAIRS) {
            @Nullable String first = event.value(pair.parts().getFirst());
            @Nullable String second = event.value(pair.parts().getLast());
            if (first != null && second != null) {
                day.cell(pair, first + Dimension.SEPARATOR + second).add(event);
            }
        }
    }

    /** Adds the minutes to their quarters and the quarters to their days; to be called once, after the last event. */
    public void fold() {
        if (withMinutes) {
            fold(Grain.MINUTE, Grain.QUARTER);
        }
        fold(Grain.QUARTER, Grain.DAY);
    }

    private void fold(Grain fine, Grain coarse) {
        forEach(
                fine,
                counted -> slot(coarse, fine.start(counted.slot()))
                        .cell(counted.dimension(), counted.value())
                        .add(counted.cell()));
    }

    /** What became of a visit, as the difference to before: both are kept where the visit began, for the site as a whole. */
    public void addToVisits(Instant start, int bounces, long seconds) {
        if (bounces != 0 || seconds != 0) {
            slot(Grain.QUARTER, start).cell(Dimension.TOTAL, "").add(bounces, seconds);
        }
    }

    /** So many visits more, or fewer, of those that began on this day went this way. */
    public void addToWays(Instant start, Way way, long visits) {
        if (!way.isNone()) {
            ways.merge(new WayOfDay(Grain.DAY.slotOf(start), way.steps()), visits, Long::sum);
        }
    }

    private Slot slot(Grain grain, Instant time) {
        return slotsOf(grain).computeIfAbsent(grain.slotOf(time), number -> new Slot());
    }

    private Map<Long, Slot> slotsOf(Grain grain) {
        @Nullable Map<Long, Slot> found = slots.get(grain);
        if (found == null) {
            throw new IllegalStateException("No slots of " + grain);
        }
        return found;
    }

    void forEach(Grain grain, Consumer<Counted> taker) {
        slotsOf(grain).keySet().forEach(slot -> forEach(grain, slot, taker));
    }

    void forEach(Grain grain, long slot, Consumer<Counted> taker) {
        @Nullable Slot found = slotsOf(grain).get(slot);
        if (found != null) {
            found.cells.forEach((dimension, cells) ->
                    cells.forEach((value, cell) -> taker.accept(new Counted(dimension, slot, value, cell))));
        }
    }

    /** Adds a quarter to its day, after which it is not needed any more. */
    void foldAway(long quarter) {
        Instant start = Grain.QUARTER.start(quarter);
        forEach(
                Grain.QUARTER,
                quarter,
                counted -> slot(Grain.DAY, start)
                        .cell(counted.dimension(), counted.value())
                        .add(counted.cell()));
        slotsOf(Grain.QUARTER).remove(quarter);
    }

    Map<WayOfDay, Long> ways() {
        return ways;
    }

    /** @param slot see {@link Grain#slotOf} */
    record Counted(Dimension dimension, long slot, String value, Cell cell) {}

    /** @param day since 1970-01-01 */
    record WayOfDay(long day, String steps) {}

    private static final class Slot {

        private final EnumMap<Dimension, Map<String, Cell>> cells = new EnumMap<>(Dimension.class);

        Cell cell(Dimension dimension, String value) {
            return cells.computeIfAbsent(dimension, first -> new HashMap<>())
                    .computeIfAbsent(value, first -> new Cell());
        }
    }
}
