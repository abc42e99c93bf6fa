package com.zenithcapital.analytics.question;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filters as the contract shows them, one of which may be given; they are read by {@link Filter#of}. */
public class FilterWords {

    @RestQuery
    @Parameter(description = "Filter: a path, without query and fragment")
    @Nullable
    String page;

    @RestQuery
    @Parameter(description = "Filter: the referrer's name or host, or utm_source")
    @Nullable
    String source;

    @RestQuery
    @Parameter(description = "Filter: direct, search, social, referral, email, paid, campaign, internal")
    @Nullable
    String channel;

    @RestQuery("utm-source")
    @Parameter(description = "Filter: utm_source")
    @Nullable
    String utmSource;

    @RestQuery("utm-medium")
    @Parameter(description = "Filter: utm_medium")
    @Nullable
    String utmMedium;

    @RestQuery("utm-campaign")
    @Parameter(description = "Filter: utm_campaign")
    @Nullable
    String utmCampaign;

    @RestQuery
    @Parameter(description = "Filter: two letters (ISO 3166-1)")
    @Nullable
    String country;

    @RestQuery
    @Parameter(description = "Filter: desktop, mobile, tablet, ...")
    @Nullable
    String device;

    @RestQuery
    @Parameter(description = "Filter: a browser's name")
    @Nullable
    String browser;

    @RestQuery
    @Parameter(description = "Filter: an operating system's name")
    @Nullable
    String system;

    @RestQuery
    @Parameter(description = "Filter: an event's name, such as pageview")
    @Nullable
    String event;

    @RestQuery
    @Parameter(description = "Filter: a model's slug")
    @Nullable
    String model;

    @RestQuery
    @Parameter(description = "Filter: an insight's slug")
    @Nullable
    String insight;
}
