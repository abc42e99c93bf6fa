package com.zenithcapital.benchmarks.engine;

/** What a contender found. Those that count must find the same, or they did not do the same work. */
record Count(long cells, long formulas) {

    /** Of one that looks at no cell. */
    static final Count NOTHING = new Count(0, 0);

    Count plus(Count other) {
        return new Count(cells + other.cells, formulas + other.formulas);
    }
}
