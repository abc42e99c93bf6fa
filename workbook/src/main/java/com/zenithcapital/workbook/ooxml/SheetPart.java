package com.zenithcapital.workbook.ooxml;

/**
 * A sheet as the workbook lists it.
 *
 * @param part the part that holds its content
 */
public record SheetPart(String name, Visibility visibility, Kind kind, String part) {

    /** ECMA-376 part 1, 18.18.68. */
    public enum Visibility {
        VISIBLE("visible"),
        HIDDEN("hidden"),
        VERY_HIDDEN("veryHidden");

        private final String word;

        Visibility(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Whether a reader who opens the workbook sees cells in it. */
    public boolean isShown() {
        return kind == Kind.WORKSHEET && visibility == Visibility.VISIBLE;
    }

    /** Only worksheets hold cells. */
    public enum Kind {
        WORKSHEET,
        OTHER
    }
}
