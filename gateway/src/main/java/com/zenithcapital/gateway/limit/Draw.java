package com.zenithcapital.gateway.limit;

/**
 * What became of an attempt to take something from a caller's budget.
 *
 * @param granted whether it was taken
 * @param remaining what is left; 0 where the budget is overdrawn
 * @param waitNanos how long there will be nothing; 0 where it was granted
 */
record Draw(boolean granted, long remaining, long waitNanos) {

    static Draw granted(long remaining) {
        return new Draw(true, remaining, 0);
    }

    static Draw refused(long remaining, long waitNanos) {
        return new Draw(false, remaining, waitNanos);
    }
}
