package com.zenithcapital.analytics.counting;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.analytics.rollup.RawEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Raw events into their partitions. Straight, without staging: which of them are repeats is known by now. What finds no
 * partition of its own is stray, which PostgreSQL sees to.
 */
final class RawRows {

    private static final String EVENT = """
            event (occurred_at, received_at, id, visitor, visit, starts_visit, name, path, title, insight, model, source,
                   channel, utm_source, utm_medium, utm_campaign, country, region, browser, system, device, screen, props)
            """;
    private static final int EVENT_FIELDS = 23;

    private static final String FILTERED = """
            filtered_event (received_at, occurred_at, id, reason, name, path, source, country, browser, system, device)
            """;
    private static final int FILTERED_FIELDS = 11;

    private RawRows() {}

    static void copyEvents(Connection connection, List<Counted> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (BinaryCopy copy = BinaryCopy.into(connection, EVENT)) {
            for (Counted counted : events) {
                put(copy, counted);
            }
            copy.end();
        }
    }

    private static void put(BinaryCopy copy, Counted counted) throws SQLException {
        RawEvent raw = counted.raw();
        Arrival arrival = counted.arrival();
        copy.row(EVENT_FIELDS);
        copy.time(raw.occurredAt());
        copy.time(arrival.receivedAt());
        copy.uuid(arrival.event().id());
        copy.number(raw.visitor());
        copy.number(counted.visit());
        copy.flag(raw.startsVisit());
        copy.text(raw.name());
        copy.text(raw.path());
        copy.text(arrival.event().title());
        copy.text(raw.insight());
        copy.text(raw.model());
        copy.text(raw.source());
        copy.text(raw.channel());
        copy.text(raw.utmSource());
        copy.text(raw.utmMedium());
        copy.text(raw.utmCampaign());
        copy.text(raw.country());
        copy.text(arrival.of().data().region());
        copy.text(raw.browser());
        copy.text(raw.system());
        copy.text(raw.device());
        copy.integer(arrival.event().screen());
        copy.json(arrival.event().props());
    }

    static void copyFiltered(Connection connection, List<Filtered> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (BinaryCopy copy = BinaryCopy.into(connection, FILTERED)) {
            for (Filtered filtered : events) {
                put(copy, filtered);
            }
            copy.end();
        }
    }

    private static void put(BinaryCopy copy, Filtered filtered) throws SQLException {
        EventsReceived data = filtered.arrival().of().data();
        Received event = filtered.arrival().event();
        copy.row(FILTERED_FIELDS);
        copy.time(filtered.arrival().receivedAt());
        copy.time(filtered.arrival().occurredAt());
        copy.uuid(event.id());
        copy.text(filtered.reason());
        copy.text(event.name());
        copy.text(event.path());
        copy.text(event.source());
        copy.text(data.country());
        copy.text(data.browser());
        copy.text(data.system());
        copy.text(data.device());
    }
}
