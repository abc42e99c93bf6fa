package com.zenithcapital.analytics.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** By what a breakdown is ordered, the greatest first. */
enum Sort {
    PAGEVIEWS("pageviews"),
    VISITS("visits"),
    VISITORS("visitors"),
    DOWNLOADS("downloads"),
    EVENTS("others");

    static final List<String> WORDS = Arrays.stream(values()).map(Sort::word).toList();

    private final String column;

    Sort(String column) {
        this.column = column;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String column() {
        return column;
    }

    static Sort named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
