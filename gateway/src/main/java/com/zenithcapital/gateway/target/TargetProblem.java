package com.zenithcapital.gateway.target;

import com.zenithcapital.platform.problem.Problem;

/** What can be wrong with a request target. */
enum TargetProblem implements Problem {
    INVALID_PATH("invalid-path", 400, "Invalid path");

    private final String slug;
    private final int status;
    private final String title;

    TargetProblem(String slug, int status, String title) {
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
