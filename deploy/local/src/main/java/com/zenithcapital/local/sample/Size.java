package com.zenithcapital.local.sample;

/** How large a sample is. Each has the same 14 sheets; they differ in blocks of rows and months of the time line. */
public enum Size {
    /** About 50 KB. */
    TINY(1, 24),
    /** About 1 MB. */
    SMALL(7, 120),
    /** About 10 MB: an everyday model. */
    MEDIUM(34, 240),
    /** 45 to 50 MB, just under the limit of 52,428,800 bytes: 232 MB of XML, 4.3 million cells, 1.4 million formulas. */
    FULL(164, 240);

    private final int blocks;
    private final int months;

    Size(int blocks, int months) {
        this.blocks = blocks;
        this.months = months;
    }

    int blocks() {
        return blocks;
    }

    int months() {
        return months;
    }
}
