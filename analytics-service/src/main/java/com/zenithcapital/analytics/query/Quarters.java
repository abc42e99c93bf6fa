package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.event.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The parts of one UTC day, from the cells of its quarters of an hour: a visitor of several of them counts once. */
record Quarters(Instant midnight, List<Cell> cells) implements DayParts {

    Quarters {
        cells = List.copyOf(cells);
    }

    @Override
    public Figures between(int first, int end) {
        Figures sum = Figures.NONE;
        Visitors visitors = new Visitors();
        for (Cell cell : cells) {
            long quarter = Duration.between(midnight, cell.slot()).toMinutes() / MINUTES;
            if (quarter >= first && quarter < end) {
                sum = sum.plus(cell.figures());
                visitors.add(cell.sketch());
            }
        }
        return sum.withVisitors(visitors.estimate());
    }
}
