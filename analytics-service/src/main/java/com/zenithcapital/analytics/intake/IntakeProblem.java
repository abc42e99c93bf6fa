package com.zenithcapital.analytics.intake;

import com.zenithcapital.platform.problem.Problem;

/** What intake refuses besides the common problems. */
enum IntakeProblem implements Problem {
    ORIGIN_NOT_ALLOWED("origin-not-allowed", 403, "Origin not allowed");

    private final String slug;
    private final int status;
    private final String title;

    IntakeProblem(String slug, int status, String title) {
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
