package com.zenithcapital.analytics.origin;

import java.util.Locale;

/** By which kind of way a visitor came. */
public enum Channel {
    DIRECT,
    INTERNAL,
    SEARCH,
    SOCIAL,
    EMAIL,
    PAID,
    CAMPAIGN,
    REFERRAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
