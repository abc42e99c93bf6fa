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

    public Cells() {
        for (Grain grain : Grain.values()) {
            slots.put(grain, new HashMap<>());
        }
    }

    public void add(RawEvent event) {
        Slot minute = slot(Grain.MINUTE, event.occurredAt());
        Slot quarter = slot(Grain.QUARTER, event.occurredAt());
        Slot day = slot(Grain.DAY, event.occurredAt());
        for (Dimension dimension : SINGLES) {
            @Nullable String value = event.value(dimension);
            if (value == null) {
                continue;
            }
            day.cell(dimension, value).add(event);
            quarter.cell(dimension, value).add(event);
            if (Grain.MINUTE.has(dimension)) {
                minute.cell(dimension, value).add(event);
            }
        }
        for (Dimension pair : PAIRS) {
            @Nullable String first = event.value(pair.parts().getFirst());
            @Nullable String second = event.value(pair.parts().getLast());
            if (first != null && second != null) {
                day.cell(pair, first + Dimension.SEPARATOR + second).add(event);
            }
        }
    }

    /** What became of a visit, as the difference to before: both are kept where the visit began, for the site as a whole. */
    public void addToVisits(Instant start, int bounces, long seconds) {
        if (bounces != 0 || seconds != 0) {
            slot(Grain.QUARTER, start).cell(Dimension.TOTAL, "").add(bounces, seconds);
            slot(Grain.DAY, start).cell(Dimension.TOTAL, "").add(bounces, seconds);
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
        slotsOf(grain)
                .forEach((slot, dimensions) -> dimensions.cells.forEach((dimension, cells) ->
                        cells.forEach((value, cell) -> taker.accept(new Counted(dimension, slot, value, cell)))));
    }

    /** Takes a cell out; null where nothing was counted. */
    @Nullable
    Cell remove(Grain grain, int dimension, long slot, String value) {
        @Nullable Slot found = slotsOf(grain).get(slot);
        return found == null ? null : found.remove(dimension, value);
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

        @Nullable
        Cell remove(int code, String value) {
            for (Map.Entry<Dimension, Map<String, Cell>> entry : cells.entrySet()) {
                if (entry.getKey().code() == code) {
                    return entry.getValue().remove(value);
                }
            }
            return null;
        }
    }
}
