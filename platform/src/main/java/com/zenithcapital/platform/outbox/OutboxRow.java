package com.zenithcapital.platform.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event that is to be published.
 *
 * @param headers what it inherited: see {@link EventContext}
 */
record OutboxRow(
        long position,
        UUID eventId,
        String topic,
        String type,
        String key,
        String payload,
        Map<String, String> headers,
        Instant occurredAt) {

    OutboxRow {
        headers = Map.copyOf(headers);
    }
}
