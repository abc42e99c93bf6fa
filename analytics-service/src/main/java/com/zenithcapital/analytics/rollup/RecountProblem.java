package com.zenithcapital.analytics.rollup;

import com.zenithcapital.platform.problem.Problem;

/** How a recount fails. */
enum RecountProblem implements Problem {
    RAW_EVENTS_GONE("raw-events-gone", 409, "Raw events gone");

    private final String slug;
    private final int status;
    private final String title;

    RecountProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
