package com.zenithcapital.analytics.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An event as it was sent: of the right types, and nothing more is known yet. Absent and null are the same. */
record Draft(
        @Nullable String id,
        @Nullable String name,
        @Nullable String url,
        @Nullable String referrer,
        @Nullable String title,
        @Nullable String occurredAt,
        @Nullable Integer screen,
        @Nullable ObjectNode props)
        implements Reading {}
