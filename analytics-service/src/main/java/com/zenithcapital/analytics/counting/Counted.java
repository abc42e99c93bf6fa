package com.zenithcapital.analytics.counting;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.analytics.rollup.RawEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event on its way into its row, with the visit it belongs to. */
record Counted(Arrival arrival, RawEvent raw, @Nullable Long visit) {

    static Counted of(Arrival arrival, @Nullable Long visitor, @Nullable Long visit, boolean startsVisit) {
        EventsReceived data = arrival.of().data();
        Received event = arrival.event();
        RawEvent raw = new RawEvent(
                arrival.occurredAt(),
                visitor,
                startsVisit,
                event.name(),
                event.path(),
                event.insight(),
                event.model(),
                event.source(),
                event.channel(),
                event.utmSource(),
                event.utmMedium(),
                event.utmCampaign(),
                data.country(),
                data.device(),
                data.browser(),
                data.system());
        return new Counted(arrival, raw, visit);
    }

    /** A download that model-file-service told of: of nobody, and of no visit. */
    static Counted of(Fact.Download download) {
        String slug = download.data().slug();
        Arrival arrival = arrival(download.id(), download.at(), slug);
        return of(arrival, null, null, false);
    }

    private static Arrival arrival(UUID id, Instant at, String slug) {
        Received event = new Received(
                id,
                RawEvent.DOWNLOAD,
                at,
                null,
                "/models/" + slug,
                null,
                null,
                slug,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        EventsReceived alone = new EventsReceived(at, null, null, null, null, null, null, null, null, List.of(event));
        return Arrival.of(new Fact.Events(alone, null, null), event);
    }
}
