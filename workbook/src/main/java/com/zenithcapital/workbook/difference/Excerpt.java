package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.verdict.Shortened;

/** Two long texts cut so that where they first differ is seen: their beginnings may be the same for thousands of characters. */
final class Excerpt {

    private static final int LENGTH = 256;
    /** What is shown of what both have, before they differ. */
    private static final int BEFORE = 64;

    private static final int SEEN_ANYWAY = LENGTH - BEFORE;

    private final int start;

    private Excerpt(int start) {
        this.start = start;
    }

    static Excerpt of(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (same < SEEN_ANYWAY || (same == one.length() && same == other.length())) {
            return new Excerpt(0);
        }
        int start = same - BEFORE;
        return new Excerpt(Character.isLowSurrogate(one.charAt(start)) ? start - 1 : start);
    }

    /** What is shown of either, an ellipsis where something is left out. */
    String from(String text) {
        return start == 0 ? Shortened.to(LENGTH, text) : "…" + Shortened.to(LENGTH - 1, text.substring(start));
    }
}
