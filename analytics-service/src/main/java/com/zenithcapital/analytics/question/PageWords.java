package com.zenithcapital.analytics.question;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of a list as the contract shows them. */
public class PageWords {

    @RestQuery
    @Parameter(description = "How many items, 1 to 100; 20 unless said")
    @Nullable
    String limit;

    @RestQuery
    @Parameter(description = "What the page before called `next`")
    @Nullable
    String cursor;
}
