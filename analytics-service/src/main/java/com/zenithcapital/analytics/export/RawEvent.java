package com.zenithcapital.analytics.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored, but for the visitor's key: that is a pseudonym, and a file goes where it is not destroyed with
 * its day. The visit stays, which begins anew after half an hour.
 *
 * @param visit sixteen hexadecimal digits, since a JSON number has not as many bits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A stored event, a line of the export")
record RawEvent(
        UUID id,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable String visit,
        boolean startsVisit,
        String name,
        String path,
        @Nullable String title,
        @Nullable String insight,
        @Nullable String model,
        @Nullable String source,
        @Nullable String channel,
        @Nullable String utmSource,
        @Nullable String utmMedium,
        @Nullable String utmCampaign,
        @Nullable String country,
        @Nullable String region,
        @Nullable String browser,
        @Nullable String system,
        @Nullable String device,
        @Nullable Integer screen,
        @JsonRawValue @Nullable String props) {}
