package com.zenithcapital.content.insight;

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
    ARCHIVED
}
