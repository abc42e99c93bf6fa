package com.zenithcapital.analytics.question;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of a period of whole days of UTC as the contract shows them; they are read by {@link Period#ofDays}. */
public class DayWords {

    @RestQuery
    @Parameter(
            description = "A date (UTC). Unsaid: the last thirty days, today being the last.",
            example = "2026-11-01")
    @Nullable
    String from;

    @RestQuery
    @Parameter(description = "The date (UTC) after the last day; unsaid tomorrow. At most two years after `from`.")
    @Nullable
    String to;
}
