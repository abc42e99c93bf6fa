package com.zenithcapital.analytics.query;

import java.time.Instant;

/** What was counted of a subject in a quarter of an hour, or a minute. No record, since its sketch is an array. */
final class Cell {

    private final Instant slot;
    private final Figures figures;
    private final byte[] sketch;

    /** @param figures all but the visitors, who are in the sketch */
    Cell(Instant slot, Figures figures, byte[] sketch) {
        this.slot = slot;
        this.figures = figures;
        this.sketch = sketch;
    }

    Instant slot() {
        return slot;
    }

    Figures figures() {
        return figures;
    }

    byte[] sketch() {
        return sketch;
    }
}
