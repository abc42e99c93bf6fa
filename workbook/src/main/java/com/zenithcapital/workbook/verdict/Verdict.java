package com.zenithcapital.workbook.verdict;

/** The answer to "may this file be published?". */
public sealed interface Verdict {

    record Accepted() implements Verdict {}

    /** @param detail one sentence for the uploader */
    record Rejected(Rejection rejection, String detail) implements Verdict {}
}
