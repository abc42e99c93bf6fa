package com.zenithcapital.gateway.session;

import com.zenithcapital.platform.problem.Problem;

/** What can be wrong with a request of a browser's. */
enum SessionProblem implements Problem {
    CSRF("csrf", 403, "Not from this site"),
    SIGN_IN_FAILED("sign-in-failed", 401, "Sign-in failed"),
    INVALID_LOGOUT_TOKEN("invalid-logout-token", 400, "Invalid logout token");

    private final String slug;
    private final int status;
    private final String title;

    SessionProblem(String slug, int status, String title) {
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
