package com.zenithcapital.analytics.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that was put aside, without its body: that may tell who did what.
 *
 * @param topic of the dead letter itself, with partition and offset
 * @param key of the record
 * @param type its {@code ce_type}; null where it is no event
 * @param at when it was put aside
 * @param attempts how often it was tried; null where its service does not say
 * @param replayedAt when it was sent again, if it was
 */
record DeadLetter(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String type,
        @Nullable String reason,
        Instant at,
        @Nullable Integer attempts,
        @Nullable Instant replayedAt) {

    DeadLetter replayed(@Nullable Instant when) {
        return new DeadLetter(topic, partition, offset, key, type, reason, at, attempts, when);
    }
}
