package com.zenithcapital.benchmarks.engine;

/** Who reads the workbook, and with how many threads. */
enum Contender {
    INFLATE("inflate all parts", 1, Classes.PEERS),
    AALTO("Aalto alone", 1, Classes.PEERS),
    AALTO_PARALLEL("Aalto alone", 2, Classes.PEERS),
    FASTEXCEL("fastexcel-reader", 1, Classes.PEERS),
    POI_SAX("POI SAX", 1, Classes.PEERS),
    COUNTING("Zenith, counting pass", 1, Classes.PACKAGED_JAR),
    COUNTING_PARALLEL("Zenith, counting pass", 2, Classes.PACKAGED_JAR),
    INSPECTION("Zenith, whole inspection", 2, Classes.PACKAGED_JAR);

    /** Where its classes come from. */
    enum Classes {
        PEERS,
        /** {@code workbook.jar}, as the services run it. */
        PACKAGED_JAR
    }

    private final String title;
    private final int threads;
    private final Classes classes;

    Contender(String title, int threads, Classes classes) {
        this.title = title;
        this.threads = threads;
        this.classes = classes;
    }

    String title() {
        return title;
    }

    int threads() {
        return threads;
    }

    Classes classes() {
        return classes;
    }

    /** Whether it says how many cells and formulas there are. */
    boolean counts() {
        return this != INFLATE;
    }
}
