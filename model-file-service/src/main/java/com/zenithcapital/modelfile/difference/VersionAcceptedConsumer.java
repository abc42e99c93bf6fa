package com.zenithcapital.modelfile.difference;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.platform.database.Redelivery;
import com.zenithcapital.platform.event.CloudEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of accepted versions and asks for what they change, one after the other: the facts of one model come in order, so
 * each finds the accepted versions before it. A fact that is repeated asks for nothing new; one that is lost costs a client a
 * wait, for a pair is also computed when it is asked for.
 */
@ApplicationScoped
class VersionAcceptedConsumer {

    private static final String ACCEPTED = "zenith.model-files.version-accepted.v1";

    private final Differences differences;
    private final Comparers comparers;
    private final Redelivery redelivery;
    private final ObjectMapper json;

    VersionAcceptedConsumer(Differences differences, Comparers comparers, Redelivery redelivery, ObjectMapper json) {
        this.differences = differences;
        this.comparers = comparers;
        this.redelivery = redelivery;
        this.json = json;
    }

    /** What this step reads of the fact. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AcceptedVersion(UUID versionId) {}

    /** What is thrown out of here is dead-lettered, with its reason. */
    @Incoming("version-accepted")
    @Blocking
    void on(ConsumerRecord<String, String> fact) {
        if (CloudEvent.of(fact.headers()).type().equals(ACCEPTED)) {
            VersionId version = version(fact.value());
            redelivery.untilDone(() -> differences.expect(version));
            comparers.wake();
        }
    }

    private VersionId version(String value) {
        try {
            return new VersionId(json.readValue(value, AcceptedVersion.class).versionId());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The fact's data cannot be read", e);
        }
    }
}
