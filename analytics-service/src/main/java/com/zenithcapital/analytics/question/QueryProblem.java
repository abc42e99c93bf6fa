package com.zenithcapital.analytics.question;

import com.zenithcapital.platform.problem.Problem;

/** What questions of analytics are refused for, besides the common problems. */
public enum QueryProblem implements Problem {
    /** No roll-up holds it. It is never scanned for. */
    UNSUPPORTED_FILTER("unsupported-filter", 400, "Not counted in this combination");

    private final String slug;
    private final int status;
    private final String title;

    QueryProblem(String slug, int status, String title) {
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
