package com.zenithcapital.workbook.difference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a cell that is there in both versions, or would be.
 *
 * @param before where it was, in A1 notation
 * @param after where it is now
 * @param old null where nothing was in it
 * @param now null where nothing is in it
 * @param aspects of its format that differ, where nothing else does
 */
public record CellDifference(
        Change change,
        String before,
        String after,
        @Nullable CellState old,
        @Nullable CellState now,
        List<String> aspects) {

    public CellDifference {
        aspects = List.copyOf(aspects);
    }

    /** What differs: the first of these that applies. */
    public enum Change {
        ADDED("added"),
        REMOVED("removed"),
        /** One of the two has a formula, and the other has another or none. */
        FORMULA("formula"),
        /** A constant. */
        VALUE("value"),
        FORMAT("format");

        private final String slug;

        Change(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }
    }
}
