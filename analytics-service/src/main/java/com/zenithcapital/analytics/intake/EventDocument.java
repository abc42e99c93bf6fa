package com.zenithcapital.analytics.intake;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as the contract shows it; what is read is read token by token. */
@Schema(name = "Event")
record EventDocument(
        @Schema(description = "By it an event counts once, however often it is sent. One is given where it is missing.")
        @Nullable
        UUID id,

        @Schema(
                required = true,
                examples = {"pageview"},
                description =
                        "pageview, download, or a name of the site's own: 1 to 64 letters, digits, spaces, _ - . :")
        String name,

        @Schema(
                required = true,
                maxLength = 2048,
                description = "Of the page: an http(s) address, or a path. utm_source, utm_medium and utm_campaign are"
                        + " read from its query; query and fragment are not kept.")
        String url,

        @Schema(description = "The page before: document.referrer") @Nullable
        String referrer,

        @Schema(description = "Cut at 300 characters") @Nullable
        String title,

        @Schema(
                description =
                        "At most 20 keys of 1 to 64 characters; each value a string of at most 500, a number, true,"
                                + " false or null")
        @Nullable
        Map<String, Object> props,

        @Schema(description = "At most seven days ago. A time to come is taken as now. Missing: now.") @Nullable
        Instant occurredAt,

        @Schema(minimum = "1", maximum = "20000", description = "Width of the screen in CSS pixels") @Nullable
        Integer screen) {

    static final String DESCRIPTION = """
            From pages of the configured sites (Origin), and from servers. Fields that are not known are ignored. A visitor is \
            a hash of a secret of the day, the site, the address and the user agent; neither of the last two is kept. With \
            Sec-GPC: 1 or DNT: 1 nothing is kept but that there was an event. Robots are answered as everybody and not \
            counted.""";

    static final String PAGE_VIEW = """
            {"id":"01933b2e-7d10-7c1a-9b1e-0d6f6a3c1f01","name":"pageview","url":"https://www.zenith.example/insights/rates-in-march",\
            "referrer":"https://www.google.com/","title":"Rates in March","screen":1440}""";

    static final String SEVERAL = """
            [{"name":"download","url":"/models/dcf-base","props":{"file":"dcf-base.xlsx"}},\
            {"name":"newsletter sign-up","url":"/","occurredAt":"2026-03-02T08:30:00Z"}]""";
}
