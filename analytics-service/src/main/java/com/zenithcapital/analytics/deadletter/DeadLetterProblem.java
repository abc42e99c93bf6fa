package com.zenithcapital.analytics.deadletter;

import com.zenithcapital.platform.problem.Problem;

/** How calls about dead letters fail. */
enum DeadLetterProblem implements Problem {
    NO_SUCH_LETTER("no-such-dead-letter", 404, "No such dead letter"),
    ALREADY_REPLAYED("already-replayed", 409, "Already replayed"),
    BROKER_AWAY("broker-unavailable", 503, "Kafka unavailable");

    private final String slug;
    private final int status;
    private final String title;

    DeadLetterProblem(String slug, int status, String title) {
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
