package com.zenithcapital.analytics.origin;

import org.jspecify.annotations.Nullable;

/** What the address of the page says of the link that led to it. */
public record Campaign(
        @Nullable String source,
        @Nullable String medium,
        @Nullable String campaign) {

    public static final Campaign NONE = new Campaign(null, null, null);

    boolean isNone() {
        return source == null && medium == null && campaign == null;
    }
}
