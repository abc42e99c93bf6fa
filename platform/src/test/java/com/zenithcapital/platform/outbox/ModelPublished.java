package com.zenithcapital.platform.outbox;

import com.zenithcapital.platform.id.Ids;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A fact such as a service would tell. */
record ModelPublished(UUID eventId, String topic, String key, int number, Instant at) implements OutboxEvent {

    static final String TOPIC = "zenith.model-files.versions";

    static ModelPublished of(String key, int number) {
        return to(TOPIC, key, number);
    }

    static ModelPublished to(String topic, String key, int number) {
        return new ModelPublished(Ids.next(), topic, key, number, Instant.parse("2026-01-31T08:30:00.123456Z"));
    }

    @Override
    public String type() {
        return "zenith.model-files.model-published.v1";
    }

    @Override
    public Map<String, Integer> data() {
        return Map.of("number", number);
    }
}
