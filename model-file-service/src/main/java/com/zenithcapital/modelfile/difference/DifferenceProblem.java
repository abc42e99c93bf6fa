package com.zenithcapital.modelfile.difference;

import com.zenithcapital.platform.problem.Problem;

/** Why a difference is not answered. */
enum DifferenceProblem implements Problem {
    NOT_AVAILABLE("difference-not-available", 404, "Difference not available"),
    NOT_READY("difference-not-ready", 503, "Difference not ready");

    private final String slug;
    private final int status;
    private final String title;

    DifferenceProblem(String slug, int status, String title) {
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
