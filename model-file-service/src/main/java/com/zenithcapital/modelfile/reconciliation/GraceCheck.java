package com.zenithcapital.modelfile.reconciliation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a service that would sweep away objects whose rows are still to come. */
@ApplicationScoped
class GraceCheck {

    private final Duration grace;
    private final Duration uploadTimeLimit;

    GraceCheck(
            ReconciliationConfig config,
            // Not the upload step's mapping: steps do not know each other.
            @ConfigProperty(name = "zenith.model-files.upload.time-limit", defaultValue = "PT15M")
                    Duration uploadTimeLimit) {
        this.grace = config.grace();
        this.uploadTimeLimit = uploadTimeLimit;
    }

    void check(@Observes StartupEvent start) {
        if (grace.compareTo(uploadTimeLimit) <= 0) {
            throw new IllegalStateException(
                    "zenith.model-files.reconciliation.grace (%s) must be longer than zenith.model-files.upload.time-limit (%s)"
                            .formatted(grace, uploadTimeLimit));
        }
    }
}
