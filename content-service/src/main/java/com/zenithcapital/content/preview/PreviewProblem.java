package com.zenithcapital.content.preview;

import com.zenithcapital.platform.problem.Problem;

/** Why a link shows nothing any more. */
enum PreviewProblem implements Problem {
    EXPIRED("preview-expired", 410, "Preview expired"),
    REVOKED("preview-revoked", 410, "Preview revoked");

    private final String slug;
    private final int status;
    private final String title;

    PreviewProblem(String slug, int status, String title) {
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
