package com.zenithcapital.workbook.dependency;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of something is kept of a workbook, whichever sheet takes it first. What is taken is never given back, so
 * whether it was exceeded does not depend on the order of the sheets.
 */
final class Allowance {

    private final AtomicLong left;

    Allowance(long most) {
        left = new AtomicLong(most);
    }

    /** False where there is no more; so it is for everybody from then on. */
    boolean take(int count) {
        return left.addAndGet(-count) >= 0;
    }

    boolean isExceeded() {
        return left.get() < 0;
    }
}
