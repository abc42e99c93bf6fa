package com.zenithcapital.modelfile.model;

import com.zenithcapital.platform.problem.Problem;

/** What can be wrong with a model, beside what can be wrong with any request. */
enum ModelProblem implements Problem {
    SLUG_TAKEN("slug-taken", 409, "Slug taken"),
    NOT_YOUR_MODEL("not-your-model", 403, "Not your model");

    private final String slug;
    private final int status;
    private final String title;

    ModelProblem(String slug, int status, String title) {
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
