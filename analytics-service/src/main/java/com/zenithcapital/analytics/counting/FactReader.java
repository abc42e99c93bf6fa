package com.zenithcapital.analytics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.ReadershipNoted;
import com.zenithcapital.platform.event.CloudEvent;
import com.zenithcapital.platform.event.CloudEventHeader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads records. Fields that it does not know are left alone: a producer may add some. */
@Singleton
class FactReader {

    private static final String OURS = "zenith.analytics.";

    /** What a column of the database and a day of the calendar can hold, and any event can have. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final ObjectReader events;
    private final ObjectReader readings;
    private final ObjectReader downloads;

    FactReader(ObjectMapper json) {
        ObjectReader tolerant = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        events = tolerant.forType(EventsReceived.class);
        readings = tolerant.forType(ReadershipNoted.class);
        downloads = tolerant.forType(DownloadStarted.class);
    }

    /** What is to be counted; empty for facts that others tell and nobody counts here. */
    Optional<Fact> read(ConsumerRecord<byte[], byte[]> record) throws UnreadableException {
        @Nullable Header header = record.headers().lastHeader(CloudEventHeader.TYPE);
        if (header == null || header.value() == null) {
            throw new UnreadableException("The record has no header " + CloudEventHeader.TYPE, null);
        }
        String type = new String(header.value(), UTF_8);
        try {
            return switch (type) {
                case EventsReceived.TYPE -> Optional.of(events(record));
                case ReadershipNoted.TYPE -> Optional.of(reading(record));
                case DownloadStarted.TYPE -> Optional.of(download(record));
                default -> notCounted(type);
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException("A record of %s cannot be read: %s".formatted(type, e.getMessage()), e);
        }
    }

    private static Optional<Fact> notCounted(String type) throws UnreadableException {
        if (type.startsWith(OURS)) {
            throw new UnreadableException("Nobody knows " + type, null);
        }
        return Optional.empty();
    }

    private Fact events(ConsumerRecord<byte[], byte[]> record) throws IOException {
        EventsReceived received = events.readValue(value(record));
        time("receivedAt", received.receivedAt());
        for (EventsReceived.Received event : received.events()) {
            present("events.id", event.id());
            present("events.name", event.name());
            present("events.path", event.path());
            time("events.occurredAt", event.occurredAt());
        }
        return new Fact.Events(received, hash(received.visitor()), hash(received.visitorBefore()));
    }

    private Fact reading(ConsumerRecord<byte[], byte[]> record) throws IOException {
        ReadershipNoted noted = readings.readValue(value(record));
        present("id", noted.id());
        present("reader", noted.reader());
        present("name", noted.name());
        present("kind", noted.kind());
        present("slug", noted.slug());
        present("day", noted.day());
        time("day", noted.day().atStartOfDay(ZoneOffset.UTC).toInstant());
        return new Fact.Reading(noted);
    }

    private Fact download(ConsumerRecord<byte[], byte[]> record) throws IOException {
        CloudEvent event = CloudEvent.of(record.headers());
        DownloadStarted started = downloads.readValue(value(record));
        present("slug", started.slug());
        present("downloadedBy", started.downloadedBy());
        time(CloudEventHeader.TIME, event.at());
        return new Fact.Download(event.id(), event.at(), started);
    }

    private static byte[] value(ConsumerRecord<byte[], byte[]> record) {
        present("value", record.value());
        return record.value();
    }

    private static @Nullable Long hash(@Nullable String hexadecimal) {
        return hexadecimal == null ? null : Long.parseUnsignedLong(hexadecimal, 16);
    }

    private static void time(String field, @Nullable Instant time) {
        present(field, time);
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            throw new IllegalArgumentException(field + " is no time that anything happened at");
        }
    }

    /** The records' components are never null, says their class; what Jackson puts there may be. */
    private static void present(String field, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }
}
