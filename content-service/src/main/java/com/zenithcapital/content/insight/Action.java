package com.zenithcapital.content.insight;

import java.util.Locale;

/** What can happen to an insight. The word stands in the audit trail and in the fact's type. */
public enum Action {
    CREATED,
    SAVED,
    MERGED,
    REVISION_RESTORED,
    SUBMITTED,
    RETURNED,
    APPROVED,
    SCHEDULED,
    UNSCHEDULED,
    PUBLISHED,
    CORRECTED,
    OPENED_TO_PUBLIC,
    WITHDRAWN,
    ARCHIVED,
    RESTORED,
    DELETED,
    IMPORTED;

    /** Such as {@code opened-to-public}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
