package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.event.Visitors;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The course of a subject through one UTC day as {@code rollup_course} keeps it: figures of each quarter of an hour, and how
 * many visitors there were in each, in the hour from each, since midnight and until midnight. Days, hours and quarters of
 * any zone are made of these; any other part of a day needs the sketches.
 */
final class DayCourse {

    private static final int SLOTS = DayParts.IN_A_DAY;
    private static final int HOUR = 60 / DayParts.MINUTES;

    /** pageviews, visits, downloads, others, bounces, seconds; visitors of quarters, of hours, since, until. */
    private static final int SERIES = 10;

    private static final int QUARTER_VISITORS = 6;
    private static final int HOUR_VISITORS = 7;
    private static final int SINCE = 8;
    private static final int UNTIL = 9;

    private final long[][] series;

    private DayCourse(long[][] series) {
        this.series = series;
    }

    /** @param cells of that day, in their order */
    static DayCourse of(Instant midnight, List<Cell> cells) {
        long[][] series = new long[SERIES][SLOTS];
        Cell[] bySlot = new Cell[SLOTS];
        for (Cell cell : cells) {
            int slot = (int) (Duration.between(midnight, cell.slot()).toMinutes() / DayParts.MINUTES);
            bySlot[slot] = cell;
            Figures figures = cell.figures();
            series[0][slot] = figures.pageviews();
            series[1][slot] = figures.visits();
            series[2][slot] = figures.downloads();
            series[3][slot] = figures.others();
            series[4][slot] = figures.bounces();
            series[5][slot] = figures.seconds();
            series[QUARTER_VISITORS][slot] = Visitors.of(cell.sketch()).estimate();
        }
        hours(bySlot, series[HOUR_VISITORS]);
        Visitors since = new Visitors();
        Visitors until = new Visitors();
        long counted = 0;
        long countedBack = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (bySlot[slot] != null) {
                since.add(bySlot[slot].sketch());
                counted = since.estimate();
            }
            series[SINCE][slot] = counted;
            int back = SLOTS - 1 - slot;
            if (bySlot[back] != null) {
                until.add(bySlot[back].sketch());
                countedBack = until.estimate();
            }
            series[UNTIL][back] = countedBack;
        }
        return new DayCourse(series);
    }

    private static void hours(Cell[] bySlot, long[] hours) {
        for (int slot = 0; slot + HOUR <= SLOTS; slot++) {
            Visitors visitors = new Visitors();
            boolean some = false;
            for (int i = slot; i < slot + HOUR; i++) {
                if (bySlot[i] != null) {
                    visitors.add(bySlot[i].sketch());
                    some = true;
                }
            }
            hours[slot] = some ? visitors.estimate() : 0;
        }
    }

    /** Whether this knows the visitors of such a part of the day. */
    static boolean knows(int first, int end) {
        return first == 0 || end == SLOTS || end - first == 1 || end - first == HOUR;
    }

    /** Of a part that it {@link #knows}. */
    Figures between(int first, int end) {
        long[] sums = new long[QUARTER_VISITORS];
        for (int i = 0; i < sums.length; i++) {
            for (int slot = first; slot < end; slot++) {
                sums[i] += series[i][slot];
            }
        }
        return new Figures(visitors(first, end), sums[1], sums[0], sums[2], sums[3], sums[4], sums[5]);
    }

    private long visitors(int first, int end) {
        if (first == 0) {
            return series[SINCE][end - 1];
        }
        if (end == SLOTS) {
            return series[UNTIL][first];
        }
        return series[end - first == 1 ? QUARTER_VISITORS : HOUR_VISITORS][first];
    }

    /**
     * Each series after the other as variable-length numbers (seven bits a byte, the lowest first), a zero followed by how
     * many more zeros there are. Of the growing ones it is by how much they grow: most quarters of most values have nothing.
     */
    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int zeros = 0;
        for (int i = 0; i < SERIES; i++) {
            for (int slot = 0; slot < SLOTS; slot++) {
                long number = stored(i, slot);
                if (number == 0) {
                    zeros++;
                    continue;
                }
                writeZeros(out, zeros);
                zeros = 0;
                write(out, number);
            }
        }
        writeZeros(out, zeros);
        return out.toByteArray();
    }

    private long stored(int i, int slot) {
        if (i == SINCE) {
            return zigzag(series[i][slot] - (slot == 0 ? 0 : series[i][slot - 1]));
        }
        if (i == UNTIL) {
            return zigzag(series[i][slot] - (slot == SLOTS - 1 ? 0 : series[i][slot + 1]));
        }
        return series[i][slot];
    }

    static DayCourse read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long[][] series = new long[SERIES][SLOTS];
        int place = 0;
        while (in.hasRemaining()) {
            long number = readNumber(in);
            if (number == 0) {
                place += (int) readNumber(in) + 1;
            } else {
                series[place / SLOTS][place % SLOTS] = number;
                place++;
            }
        }
        if (place != SERIES * SLOTS) {
            throw new IllegalStateException("A stored course has %d numbers".formatted(place));
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            series[SINCE][slot] = unzigzag(series[SINCE][slot]) + (slot == 0 ? 0 : series[SINCE][slot - 1]);
            int back = SLOTS - 1 - slot;
            series[UNTIL][back] = unzigzag(series[UNTIL][back]) + (slot == 0 ? 0 : series[UNTIL][back + 1]);
        }
        return new DayCourse(series);
    }

    private static void writeZeros(ByteArrayOutputStream out, int zeros) {
        if (zeros > 0) {
            out.write(0);
            write(out, zeros - 1);
        }
    }

    private static void write(ByteArrayOutputStream out, long number) {
        long rest = number;
        while (rest >= 0x80) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long readNumber(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte octet = in.get();
            number |= (long) (octet & 0x7f) << shift;
            if (octet >= 0) {
                return number;
            }
        }
    }

    /** Estimates of a growing set may shrink by one where a sketch changes its way of counting. */
    private static long zigzag(long number) {
        return (number << 1) ^ (number >> 63);
    }

    private static long unzigzag(long number) {
        return (number >>> 1) ^ -(number & 1);
    }
}
