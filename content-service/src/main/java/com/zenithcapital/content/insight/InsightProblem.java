package com.zenithcapital.content.insight;

import com.zenithcapital.platform.problem.Problem;

/** What can be wrong with a change of an insight, beside what can be wrong with any request. */
public enum InsightProblem implements Problem {
    SLUG_TAKEN("slug-taken", 409, "Slug taken"),
    ID_TAKEN("id-taken", 409, "Id taken"),
    NOT_YOUR_INSIGHT("not-your-insight", 403, "Not your insight"),
    /** The transition does not lead from where the insight stands. */
    WRONG_STATE("wrong-state", 409, "Wrong state"),
    FOUR_EYES("four-eyes", 403, "Four eyes"),
    INCOMPLETE("incomplete", 409, "Incomplete"),
    NOT_THE_NEWEST("not-the-newest-revision", 409, "Not the newest revision"),
    UNRENDERABLE("unrenderable-body", 400, "Body cannot be rendered");

    private final String slug;
    private final int status;
    private final String title;

    InsightProblem(String slug, int status, String title) {
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
