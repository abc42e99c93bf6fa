package com.zenithcapital.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.platform.correlation.CorrelationId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a received record say.
 *
 * @param id by which {@code Inbox} recognises a repeat
 * @param type the fact's name and version
 * @param source the service that tells it, {@code /zenith/<service>}
 * @param subject the aggregate's id, the same as the record's key
 * @param at when it became true
 * @param correlationId the work it came from, for {@link CorrelationId#around}
 */
public record CloudEvent(
        UUID id, String type, String source, String subject, Instant at, Optional<String> correlationId) {

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException naming the header that is missing or malformed: such a record is nothing a
     *     repeat would heal
     */
    public static CloudEvent of(Headers headers) {
        return new CloudEvent(
                uuid(required(headers, CloudEventHeader.ID)),
                required(headers, CloudEventHeader.TYPE),
                required(headers, CloudEventHeader.SOURCE),
                required(headers, CloudEventHeader.SUBJECT),
                instant(required(headers, CloudEventHeader.TIME)),
                Optional.ofNullable(text(headers, CorrelationId.HEADER)));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The header " + CloudEventHeader.ID + " is not a UUID", e);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The header " + CloudEventHeader.TIME + " is not an RFC 3339 time", e);
        }
    }

    private static String required(Headers headers, String name) {
        @Nullable String value = text(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("The record has no header " + name);
        }
        return value;
    }

    private static @Nullable String text(Headers headers, String name) {
        @Nullable Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
