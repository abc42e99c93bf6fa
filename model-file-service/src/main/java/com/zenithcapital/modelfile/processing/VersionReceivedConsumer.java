package com.zenithcapital.modelfile.processing;

import com.zenithcapital.platform.event.CloudEvent;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Wakes the workers when a version was received. The job's row says everything else, so a fact that is lost, repeated or
 * late does no harm; one whose headers are not an event's is dead-lettered.
 */
@ApplicationScoped
class VersionReceivedConsumer {

    private static final String RECEIVED = "zenith.model-files.version-received.v1";

    private final Workers workers;

    VersionReceivedConsumer(Workers workers) {
        this.workers = workers;
    }

    @Incoming("version-received")
    @NonBlocking
    void on(ConsumerRecord<String, String> fact) {
        if (CloudEvent.of(fact.headers()).type().equals(RECEIVED)) {
            workers.wake();
        }
    }
}
