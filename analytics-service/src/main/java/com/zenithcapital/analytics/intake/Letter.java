package com.zenithcapital.analytics.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.event.CloudEventHeader;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A fact on its way to Kafka: a CloudEvent in binary mode. */
final class Letter {

    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private final ProducerRecord<String, byte[]> record;

    /**
     * @param key null where no order is to be kept
     * @param source {@code ce_source}
     */
    Letter(UUID id, String type, byte[] source, @Nullable String key, String subject, Instant at, byte[] data) {
        record = new ProducerRecord<>(EventsReceived.TOPIC, null, at.toEpochMilli(), key, data);
        record.headers()
                .add(CloudEventHeader.SPEC_VERSION, SPEC_VERSION)
                .add(CloudEventHeader.ID, id.toString().getBytes(UTF_8))
                .add(CloudEventHeader.TYPE, type.getBytes(UTF_8))
                .add(CloudEventHeader.SOURCE, source)
                .add(CloudEventHeader.TIME, at.toString().getBytes(UTF_8))
                .add(CloudEventHeader.SUBJECT, subject.getBytes(UTF_8))
                .add(CloudEventHeader.CONTENT_TYPE, JSON);
    }

    /** With what leads back to the request it was made of. */
    Letter tracedTo(String correlationId, @Nullable String traceParent) {
        Headers headers = record.headers();
        headers.add(CorrelationId.HEADER, correlationId.getBytes(UTF_8));
        if (traceParent != null) {
            headers.add(CloudEventHeader.TRACE_PARENT, traceParent.getBytes(UTF_8));
        }
        return this;
    }

    ProducerRecord<String, byte[]> record() {
        return record;
    }
}
