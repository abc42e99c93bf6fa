package com.zenithcapital.analytics.counting;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether somebody counts here. Kafka or the database being away is no illness: events wait, and the thread tries on.
 */
@Liveness
@Readiness
@Singleton
class CountingHealth implements HealthCheck {

    private final EventConsumer consumer;

    CountingHealth(EventConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Event counting")
                .status(consumer.isAlive())
                .build();
    }
}
