package com.zenithcapital.platform.outbox;

import java.time.Instant;
import java.util.UUID;

/** A fact in the past tense, to be told to other services once the transaction that made it true has committed. */
public interface OutboxEvent {

    /** The event's own identity ({@code ce_id}), by which consumers recognise a repeat. */
    UUID eventId();

    /** The Kafka topic. It must exist. */
    String topic();

    /** The fact's name and version ({@code ce_type}), such as {@code zenith.model-files.version-received.v1}. */
    String type();

    /** The aggregate's id: the Kafka key and {@code ce_subject}. Events with one key stay in order. */
    String key();

    /** When it became true ({@code ce_time}). */
    Instant at();

    /** What is told, written as JSON by the service's {@code ObjectMapper}. */
    Object data();
}
