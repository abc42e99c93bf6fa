package com.zenithcapital.analytics.question;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A period's parameters as the contract shows them; they are read by {@link Period#of}. */
public class PeriodWords {

    @RestQuery
    @Parameter(
            description = "A time (RFC 3339) on a quarter of an hour, or a date, which is its midnight in `zone`."
                    + " Unsaid: the last thirty days, today being the last of them.",
            example = "2026-11-01")
    @Nullable
    String from;

    @RestQuery
    @Parameter(description = "Up to then, and no longer; unsaid up to now. At most two years after `from`.")
    @Nullable
    String to;

    @RestQuery
    @Parameter(
            description = "IANA time zone whose days, weeks and months are meant; UTC unless said.",
            example = "Europe/Berlin")
    @Nullable
    String zone;
}
