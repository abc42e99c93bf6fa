package com.zenithcapital.analytics.rollup;

import com.zenithcapital.analytics.event.Dimension;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What roll-ups count of an event, as its row has it.
 *
 * @param occurredAt cut to the microsecond, as the column is
 * @param visitor the day's hash, where somebody may be counted
 * @param startsVisit whether a visit began with it: the visit is counted in this event's cells
 */
public record RawEvent(
        Instant occurredAt,
        @Nullable Long visitor,
        boolean startsVisit,
        String name,
        String path,
        @Nullable String insight,
        @Nullable String model,
        @Nullable String source,
        @Nullable String channel,
        @Nullable String utmSource,
        @Nullable String utmMedium,
        @Nullable String utmCampaign,
        @Nullable String country,
        @Nullable String device,
        @Nullable String browser,
        @Nullable String system) {

    public static final String PAGEVIEW = "pageview";
    public static final String DOWNLOAD = "download";

    public RawEvent {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Its value in a single dimension; null where it has none, and for pairs. */
    @Nullable
    String value(Dimension dimension) {
        return switch (dimension) {
            case TOTAL -> "";
            case PAGE -> path;
            case SOURCE -> source;
            case CHANNEL -> channel;
            case UTM_SOURCE -> utmSource;
            case UTM_MEDIUM -> utmMedium;
            case UTM_CAMPAIGN -> utmCampaign;
            case COUNTRY -> country;
            case DEVICE -> device;
            case BROWSER -> browser;
            case SYSTEM -> system;
            case EVENT -> name;
            case MODEL -> model;
            case INSIGHT -> insight;
            case INSIGHT_SOURCE,
                    INSIGHT_CHANNEL,
                    INSIGHT_COUNTRY,
                    INSIGHT_DEVICE,
                    MODEL_SOURCE,
                    MODEL_CHANNEL,
                    MODEL_COUNTRY,
                    MODEL_DEVICE,
                    CHANNEL_COUNTRY,
                    CHANNEL_DEVICE,
                    COUNTRY_DEVICE -> null;
        };
    }
}
