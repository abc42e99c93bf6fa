package com.zenithcapital.workbook.fuzz;

import java.io.IOException;
import java.util.List;

/** What is fuzzed: bytes in, and nothing may come out of it but the engine's own answer. */
enum FuzzTarget {
    /** A file that begins as an archive: the gate. */
    ARCHIVE,
    /** Parts of a package whose archive is sound. */
    PARTS,
    /** The XML of one sheet with its styles and shared strings, in memory: the quickest way to the sheet parser. */
    SHEET,
    /** The records of an .xls whose container is sound. */
    RECORDS,
    /** An .xls, container and all. */
    CONTAINER,
    /** The stream of an .xls that says who saved it. */
    SUMMARY,
    FORMULA,
    /** A number format and, in the next line, what it is to show. */
    FORMAT,
    /** Two packages, of which the differing parts are given. */
    DIFFERENCE;

    /** Throws whatever is a finding. */
    void run(byte[] input) throws IOException {
        switch (this) {
            case ARCHIVE -> Harness.archive(input);
            case PARTS -> Harness.parts(input);
            case SHEET -> Harness.sheet(input);
            case RECORDS -> Harness.records(input);
            case CONTAINER -> Harness.container(input);
            case SUMMARY -> Harness.summary(input);
            case FORMULA -> Harness.formula(input);
            case FORMAT -> Harness.format(input);
            case DIFFERENCE -> Harness.difference(input);
        }
    }

    List<byte[]> seeds() {
        return switch (this) {
            case ARCHIVE -> Seeds.archives();
            case PARTS -> Seeds.parts();
            case SHEET -> Seeds.sheets();
            case RECORDS -> Seeds.records();
            case CONTAINER -> Seeds.containers();
            case SUMMARY -> Seeds.summaries();
            case FORMULA -> Seeds.formulas();
            case FORMAT -> Seeds.formats();
            case DIFFERENCE -> Seeds.differences();
        };
    }
}
