package com.zenithcapital.analytics.intake;

/** Why one event of a request was not accepted. The slugs are what clients and metrics go by. */
enum Reason {
    NOT_AN_OBJECT("not-an-object"),
    MISSING_FIELD("missing-field"),
    WRONG_TYPE("wrong-type"),
    INVALID_ID("invalid-id"),
    INVALID_NAME("invalid-name"),
    INVALID_URL("invalid-url"),
    INVALID_TIME("invalid-time"),
    TOO_OLD("too-old"),
    INVALID_PROPS("invalid-props"),
    INVALID_SCREEN("invalid-screen");

    private final String slug;

    Reason(String slug) {
        this.slug = slug;
    }

    String slug() {
        return slug;
    }
}
