package com.zenithcapital.content.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.database.Redelivery;
import com.zenithcapital.platform.event.CloudEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of versions from model-file-service, one after the other. */
@ApplicationScoped
class VersionConsumer {

    private static final String ACCEPTED = "zenith.model-files.version-accepted.v1";
    private static final String PUBLISHED = "zenith.model-files.version-published.v1";
    private static final String WITHDRAWN = "zenith.model-files.version-withdrawn.v1";

    private final ModelVersions versions;
    private final Redelivery redelivery;
    private final ObjectMapper json;

    VersionConsumer(ModelVersions versions, Redelivery redelivery, ObjectMapper json) {
        this.versions = versions;
        this.redelivery = redelivery;
        this.json = json;
    }

    /** What is thrown out of here is dead-lettered, with its reason. */
    @Incoming("model-versions")
    @Blocking
    void on(ConsumerRecord<String, String> fact) {
        CloudEvent event = CloudEvent.of(fact.headers());
        CorrelationId.around(event.correlationId().orElse(null), () -> take(event, fact.value()));
    }

    private void take(CloudEvent event, String value) {
        switch (event.type()) {
            case ACCEPTED -> {
                ToldVersion told = read(value);
                redelivery.untilDone(() -> versions.accepted(event.id(), told));
            }
            case PUBLISHED -> {
                ToldVersion told = read(value);
                redelivery.untilDone(() -> versions.shown(event.id(), told, true));
            }
            case WITHDRAWN -> {
                ToldVersion told = read(value);
                redelivery.untilDone(() -> versions.shown(event.id(), told, false));
            }
            default -> {
                // Others are of no use here, and new ones may come.
            }
        }
    }

    private ToldVersion read(String value) {
        try {
            return json.readValue(value, ToldVersion.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The fact's data cannot be read", e);
        }
    }
}
