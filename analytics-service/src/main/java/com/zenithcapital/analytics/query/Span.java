package com.zenithcapital.analytics.query;

import java.time.LocalDate;

/** A block of days, added up. */
record Span(int days, LocalDate first) {

    LocalDate end() {
        return first.plusDays(days);
    }
}
