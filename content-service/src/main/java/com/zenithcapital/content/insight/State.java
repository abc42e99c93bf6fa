package com.zenithcapital.content.insight;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import java.util.Arrays;

/** Where an insight stands. What leads from one to another is said by {@link Standing} alone. */
public enum State {
    DRAFT,
    SUBMITTED,
    APPROVED,
    /** Approved, and will be published at a time. */
    SCHEDULED,
    PUBLISHED,
    /** Taken back: readers are told why. */
    WITHDRAWN,
    ARCHIVED;

    /** The query parameter {@code state} as it came. */
    public static State ofQuery(String text) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> INVALID_REQUEST.at("query:state", "state is one of " + Arrays.toString(values()) + "."));
    }
}
