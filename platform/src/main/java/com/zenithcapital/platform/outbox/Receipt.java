package com.zenithcapital.platform.outbox;

import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt to send an event.
 *
 * @param failure null when the broker acknowledged it
 * @param refusedAtOnce whether Kafka's client gave up before it had anything under way
 */
record Receipt(OutboxRow row, @Nullable Exception failure, boolean refusedAtOnce) {

    boolean isPublished() {
        return failure == null;
    }

    /** No broker could be asked for the topic, or none knows it: true for each event of it. */
    boolean isTopicOutOfReach() {
        return refusedAtOnce && failure instanceof TimeoutException;
    }
}
