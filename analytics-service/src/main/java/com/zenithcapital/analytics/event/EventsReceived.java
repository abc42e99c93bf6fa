package com.zenithcapital.analytics.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fact that one request's events were accepted: one record on {@code zenith.analytics.events}, all or nothing. What
 * the caller sent is classified by now; address and user agent are gone.
 *
 * @param visitor today's hash in sixteen hexadecimal digits; also the record's key, so that one visitor's events stay in
 *     order. Null where the visitor asked not to be recognised
 * @param visitorBefore yesterday's hash of the same, in the first half hour of a day: a visit goes on over midnight
 * @param filter why these events are not counted, or null
 * @param country two letters (ISO 3166-1), where the edge or a file told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventsReceived(
        Instant receivedAt,
        @Nullable String visitor,
        @Nullable String visitorBefore,
        @Nullable String filter,
        @Nullable String country,
        @Nullable String region,
        @Nullable String browser,
        @Nullable String system,
        @Nullable String device,
        List<Received> events) {

    /** {@code ce_type} of its records. */
    public static final String TYPE = "zenith.analytics.events-received.v1";

    /** Where its records are. */
    public static final String TOPIC = "zenith.analytics.events";

    public EventsReceived {
        events = List.copyOf(events);
    }

    /**
     * One of them.
     *
     * @param id the client's, or given here: by it an event counts once
     * @param occurredAt no later than receivedAt, no earlier than seven days before
     * @param clamped whether the client's clock said a time to come, and receivedAt was taken instead
     * @param path of the URL, without query and fragment
     * @param insight the slug, where the path is an insight's; model likewise
     * @param source the referrer's name or host, or utm_source
     * @param channel direct, search, social, referral, email, paid, campaign, internal
     * @param screen width in CSS pixels
     * @param props at most twenty keys with plain values
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Received(
            UUID id,
            String name,
            Instant occurredAt,
            @Nullable Boolean clamped,
            String path,
            @Nullable String title,
            @Nullable String insight,
            @Nullable String model,
            @Nullable String source,
            @Nullable String channel,
            @Nullable String utmSource,
            @Nullable String utmMedium,
            @Nullable String utmCampaign,
            @Nullable Integer screen,
            @Nullable JsonNode props) {}
}
