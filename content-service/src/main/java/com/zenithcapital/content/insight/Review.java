package com.zenithcapital.content.insight;

/** How far the newest revision is on its way to the public. */
public enum Review {
    DRAFT,
    SUBMITTED,
    APPROVED
}
