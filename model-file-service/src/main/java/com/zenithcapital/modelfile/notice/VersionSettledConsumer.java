package com.zenithcapital.modelfile.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.database.Redelivery;
import com.zenithcapital.platform.event.CloudEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears verdicts and records that they are to be told, one after the other as they come. */
@ApplicationScoped
class VersionSettledConsumer {

    private final Notices notices;
    private final NoticeSender sender;
    private final Redelivery redelivery;
    private final ObjectMapper json;

    VersionSettledConsumer(Notices notices, NoticeSender sender, Redelivery redelivery, ObjectMapper json) {
        this.notices = notices;
        this.sender = sender;
        this.redelivery = redelivery;
        this.json = json;
    }

    /** What is thrown out of here is dead-lettered, with its reason. */
    @Incoming("version-settled")
    @Blocking
    void on(ConsumerRecord<String, String> fact) {
        CloudEvent event = CloudEvent.of(fact.headers());
        Optional<NoticeKind> kind = NoticeKind.of(event.type());
        if (kind.isPresent()) {
            VersionId version = version(fact.value());
            CorrelationId.around(
                    event.correlationId().orElse(null),
                    () -> redelivery.untilDone(() -> notices.owe(event, version, kind.get())));
            sender.wake();
        }
    }

    private VersionId version(String value) {
        try {
            return new VersionId(json.readValue(value, SettledVersion.class).versionId());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The fact's data cannot be read", e);
        }
    }
}
