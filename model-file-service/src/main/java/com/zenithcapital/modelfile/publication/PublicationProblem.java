package com.zenithcapital.modelfile.publication;

import com.zenithcapital.platform.problem.Problem;

/** What can stand in the way of publishing and withdrawing. */
enum PublicationProblem implements Problem {
    NOT_ACCEPTED("version-not-accepted", 409, "Version not accepted"),
    NOT_PUBLISHED("version-not-published", 409, "Version not published");

    private final String slug;
    private final int status;
    private final String title;

    PublicationProblem(String slug, int status, String title) {
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
