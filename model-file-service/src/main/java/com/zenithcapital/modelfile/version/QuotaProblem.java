package com.zenithcapital.modelfile.version;

import com.zenithcapital.platform.problem.Problem;

/** A user has brought in as much as allowed. */
public enum QuotaProblem implements Problem {
    QUOTA_EXCEEDED("quota-exceeded", 429, "Quota exceeded");

    private final String slug;
    private final int status;
    private final String title;

    QuotaProblem(String slug, int status, String title) {
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
