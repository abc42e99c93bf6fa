package com.zenithcapital.workbook.dependency;

/** How many steps may be taken: what a file can make last for ever ends with it. */
final class Budget {

    private long left;

    Budget(long most) {
        left = most;
    }

    /** Whether there were so many left. */
    boolean spend(long steps) {
        left -= steps;
        return left >= 0;
    }
}
