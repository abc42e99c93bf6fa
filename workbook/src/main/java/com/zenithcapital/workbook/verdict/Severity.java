package com.zenithcapital.workbook.verdict;

/** How much a finding matters to somebody who is about to publish. */
public enum Severity {
    INFO("info"),
    WARNING("warning"),
    ERROR("error");

    private final String slug;

    Severity(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
